import type { HandedOver } from '#shared/domain/life.ts';
import type { Settings } from '#shared/domain/settings.ts';
import { ownerOf, type Signal } from '#shared/domain/signal.ts';
import { problem, type Response } from '#shared/http/responses.ts';
import type { DirectoryReader } from '#shared/ports/directory-store.ts';
import type { Names } from './signal-view.ts';

export type NamesDeps = {
  readonly directory: Pick<DirectoryReader, 'partners' | 'neighbourhoods'>;
  readonly settings: Settings;
};

/** What a partner hears of a signal that it had. */
export async function toldToFormerOwner(
  { directory, settings }: { readonly directory: Pick<DirectoryReader, 'partner'>; readonly settings: Settings },
  { owner, takenOver }: HandedOver,
): Promise<Response> {
  const partner = await directory.partner(owner);
  return problem('handed-over', { owner: partner?.name ?? settings.desk.name, takenOver });
}

/** Names for any number of signals with two reads of the directory. */
export async function namesOf({ directory, settings }: NamesDeps): Promise<(signal: Signal) => Names> {
  const [partners, neighbourhoods] = await Promise.all([directory.partners(), directory.neighbourhoods()]);
  const partnerNames = new Map(partners.map(({ id, name }) => [id, name]));
  const neighbourhoodNames = new Map(neighbourhoods.map(({ id, name }) => [id, name]));
  return (signal) => {
    const ownerId = ownerOf(signal);
    const neighbourhoodId = signal.assignment?.neighbourhoodId;
    return {
      ownerName: (ownerId && partnerNames.get(ownerId)) ?? settings.desk.name,
      neighbourhood: neighbourhoodId && neighbourhoodNames.get(neighbourhoodId),
    };
  };
}
