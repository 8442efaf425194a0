import type { SignalView } from '#shared/contracts/console.ts';
import type { Texts } from '../texts.ts';

type Address = NonNullable<SignalView['report']>['address'];

/** `Zwaanshals 12 A`, or as much of it as there is. */
export const streetLine = ({ street, houseNumber, postcode }: Address): string =>
  [street ?? spacedPostcode(postcode), houseNumber].filter(Boolean).join(' ');

/** `3035 AB Rotterdam`; without the postcode where it stands for the street already. */
export const townLine = ({ street, postcode, town }: Address): string =>
  [street && spacedPostcode(postcode), town].filter(Boolean).join(' ');

const spacedPostcode = (postcode: string | undefined): string | undefined =>
  postcode?.replace(/^(\d{4})([A-Z]{2})$/, '$1 $2');

/** What a signal is called on its own page: the address for whom may know it, else the neighbourhood. */
export function titleOf(signal: SignalView, { signal: texts }: Texts): string {
  if (signal.report) return streetLine(signal.report.address);
  return signal.address ?? texts.inNeighbourhood(signal.neighbourhood);
}

/** Groups of four can be read out over the phone. */
export const spelled = (reference: string): string => reference.replaceAll(/(.{4})(?=.)/g, '$1-');
