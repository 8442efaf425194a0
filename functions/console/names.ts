import { DESK, type PartnerId } from '#shared/domain/ids.ts';
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

export type NameBook = {
  readonly of: (signal: Signal) => Names;
  /** The desk's when it is nobody's, or of a partner that is no more. */
  readonly ofPartner: (id: PartnerId | undefined) => string;
  /** Likewise the desk's. Undefined of a partner that gave no number. */
  readonly phoneOf: (id: PartnerId | undefined) => string | undefined;
};

/** Names for any number of signals with two reads of the directory. */
export async function namesOf({ directory, settings }: NamesDeps): Promise<NameBook> {
  const [partners, neighbourhoods] = await Promise.all([directory.partners(), directory.neighbourhoods()]);
  const known = new Map(partners.map((partner) => [partner.id, partner]));
  const neighbourhoodNames = new Map(neighbourhoods.map(({ id, name }) => [id, name]));
  const partnerWith = (id: PartnerId | undefined) => (id && id !== DESK && known.get(id)) || settings.desk;
  const ofPartner = (id: PartnerId | undefined) => partnerWith(id).name;
  const phoneOf = (id: PartnerId | undefined) => partnerWith(id).phone;
  return {
    ofPartner,
    phoneOf,
    of: (signal) => {
      const neighbourhoodId = signal.assignment?.neighbourhoodId;
      return {
        ownerName: ofPartner(ownerOf(signal)),
        ownerPhone: phoneOf(ownerOf(signal)),
        neighbourhood: neighbourhoodId && neighbourhoodNames.get(neighbourhoodId),
      };
    },
  };
}
