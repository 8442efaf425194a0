import { useEffect, useState } from 'preact/hooks';
import type { ReferralList } from '#shared/contracts/referrals.ts';
import type { REFERRALS } from '#shared/domain/words.ts';
import { call } from '../api/client.ts';

type Kind = (typeof REFERRALS)[number];
export type Help = Partial<Readonly<Record<Kind, string>>>;

/**
 * Which help this municipality has of each kind, with its number: `De Luisterlijn, 088 0767 000`. Shown beside the choices when it comes. A
 * list that does not come keeps nobody at a door waiting: the kinds are enough to choose from.
 */
export function useHelp(): Help {
  const [help, setHelp] = useState<Help>({});
  useEffect(() => {
    let here = true;
    void call('GET /v1/console/referrals', {}).then((reply) => {
      if (here && reply.kind === 'ok') setHelp(inWords(reply.answer.referrals));
    });
    return () => {
      here = false;
    };
  }, []);
  return help;
}

function inWords(referrals: ReferralList['referrals']): Help {
  const help: Partial<Record<Kind, string>> = {};
  for (const { kind, name, phone } of referrals) {
    const one = phone ? `${name}, ${phone}` : name;
    help[kind] = help[kind] ? `${help[kind]}; ${one}` : one;
  }
  return help;
}
