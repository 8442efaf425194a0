import type { DirectoryView } from '#shared/contracts/directory.ts';
import type { HandOverAllResult } from '#shared/contracts/hand-over-all.ts';
import type { Response } from '#shared/http/responses.ts';
import { anEvent, aPost } from '../support/http.ts';
import type { Dice } from './dice.ts';
import type { Deed } from './expected-life.ts';
import type { Ask } from './people.ts';
import { minutes, type Timeline } from './timeline.ts';

const WHO = { cookies: ['__Host-session=coordinator'] };
const GET = 'GET /v1/console/directory';

/** What the coordinator does to the directory, until it is done: a visitor leaves, a partner leaves, a partner practises. */
export function directoryWorkOf({
  line,
  dice,
  ask,
  wrong,
  changed,
}: {
  readonly line: Timeline;
  readonly dice: Dice;
  readonly ask: Ask;
  readonly wrong: (id: string, why: string) => void;
  /** The directory may be another than before, whatever was answered. */
  readonly changed: () => Promise<void>;
}) {
  const later = (work: () => Promise<void>): void => line.after(dice.wait(minutes(20)), () => void work());
  const see = async (): Promise<DirectoryView | undefined> => {
    const response = await ask(GET, anEvent(GET, WHO));
    return typeof response === 'object' && response.statusCode === 200 ? JSON.parse(response.body ?? '') : undefined;
  };
  const send = async (
    route: string,
    path: Readonly<Record<string, string>>,
    body: object,
    deed?: Deed,
  ): Promise<Response | 'no answer'> => {
    const response = await ask(route, aPost(route, body, { ...WHO, path }), deed);
    await changed();
    return response;
  };
  /** 2xx: done. 4xx: it is another than it was; look again. The rest: try again. */
  const isDone = (response: Response | 'no answer'): boolean =>
    response !== 'no answer' && (response.statusCode ?? 500) < 300;
  const refusedAs = (response: Response | 'no answer'): number =>
    response === 'no answer' ? 0 : (response.statusCode ?? 500);

  const removeMember = async (id: string): Promise<void> => {
    const view = await see();
    if (!view) return later(() => removeMember(id));
    const found = view.members.find((one) => one.id === id);
    if (!found) return;
    const route = 'POST /v1/console/members/{memberId}/removal';
    const response = await send(route, { memberId: id }, { seen: found.seen }, { act: 'remove-member' });
    if (!isDone(response)) later(() => removeMember(id));
  };

  /** Whoever comes after gets the neighbourhoods; nobody counts on the one who leaves; then what lies there goes; then they do. */
  const removePartner = async (id: string, seen = ''): Promise<void> => {
    const view = await see();
    if (!view) return later(() => removePartner(id, seen));
    const partner = view.partners.find((one) => one.id === id);
    const heir = view.partners.find((one) => one.id !== id)?.id;
    const again = (): void => later(() => removePartner(id, partner?.seen ?? seen));
    for (const { id: neighbourhoodId, seen: known, name, partnerId } of view.neighbourhoods) {
      if (partnerId !== id) continue;
      const route = 'PUT /v1/console/neighbourhoods/{neighbourhoodId}';
      const to = heir && dice.chance(0.7) ? { partnerId: heir } : {};
      if (!isDone(await send(route, { neighbourhoodId }, { seen: known, name, ...to }))) return again();
    }
    for (const { backupId, awayNow: _today, id: partnerId, ...rest } of view.partners) {
      if (backupId !== id) continue;
      if (!isDone(await send('PUT /v1/console/partners/{partnerId}', { partnerId }, rest))) return again();
    }
    if (partner && !(await handAllOver(id, heir && dice.chance(0.5) ? heir : 'desk'))) return again();
    const route = 'POST /v1/console/partners/{partnerId}/removal';
    const response = await send(route, { partnerId: id }, { seen: partner?.seen ?? seen }, { act: 'remove-partner' });
    if (refusedAs(response) === 400) wrong(id, `a partner could not be removed: ${String(response)}`);
    // Gone, and asked again: what was left of it was done then.
    if (!isDone(response) && refusedAs(response) !== 404) again();
  };

  const handAllOver = async (from: string, to: string): Promise<boolean> => {
    let after: string | undefined;
    do {
      const route = 'POST /v1/console/handovers';
      const response = await send(route, {}, { from, to, ...(after && { after }) }, { act: 'hand-over', to });
      if (response === 'no answer' || response.statusCode !== 200) return false;
      const { next }: HandOverAllResult = JSON.parse(response.body ?? '{}');
      after = next;
    } while (after);
    return true;
  };

  const practise = async (partnerId: string): Promise<void> => {
    const response = await send('POST /v1/console/practices/{partnerId}', { partnerId }, {});
    const code = refusedAs(response);
    if (code === 0 || code === 500) later(() => practise(partnerId));
    else if (![204, 404, 409].includes(code)) wrong('-', `asking for practice was answered ${code}`);
  };

  return {
    removeMember: (id: string): void => void removeMember(id),
    removePartner: (id: string): void => void removePartner(id),
    practise: (partnerId: string): void => void practise(partnerId),
  };
}
