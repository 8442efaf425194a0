import { ChooseSome } from '../parts/choice-list.tsx';
import { useTexts } from '../shell.ts';
import { useSameAddressOptions } from './same-address-options.ts';
import { useWork } from './work.ts';

/** What is wiped beside this signal. */
export type Along = {
  /** Others at the address, by reference. */
  also: readonly string[];
  /** Asked of whoever else has something about the address. */
  elsewhere: boolean;
};
export const NOTHING_ALONG: Along = { also: [], elsewhere: false };
/** As it is sent. */
export const alongIn = ({ also, elsewhere }: Along) => ({
  ...(also.length > 0 && { also: [...also] }),
  ...(elsewhere && { elsewhere }),
});

type Props = { value: Along; onChange: (part: Partial<Along>) => void };

/**
 * "Gaat dit over dezelfde persoon?": what else is at the address goes along when the resident says so. What others have is not theirs to
 * see who stands at the door, so that is asked of the coordinator, who sees all themselves.
 */
export function EraseAlong({ value, onChange }: Props) {
  const { sameAddress } = useTexts();
  const { signal } = useWork();
  const options = useSameAddressOptions();
  const known = signal.sameAddress?.elsewhere ?? [];
  return (
    <>
      {options.length > 0 && (
        <ChooseSome
          name="also"
          legend={sameAddress.erase}
          hint={sameAddress.eraseHint}
          options={options}
          value={value.also}
          onChange={(also) => onChange({ also })}
        />
      )}
      {signal.relation !== 'coordinator' && (
        <ChooseSome
          name="elsewhere"
          legend={sameAddress.askElsewhere}
          hint={known.length > 0 ? known.map(sameAddress.elsewhere).join(' ') : sameAddress.askElsewhereHint}
          options={[{ value: 'yes', label: sameAddress.yesAsk, hint: sameAddress.yesAskHint }]}
          value={value.elsewhere ? ['yes'] : []}
          onChange={(chosen) => onChange({ elsewhere: chosen.length > 0 })}
        />
      )}
    </>
  );
}
