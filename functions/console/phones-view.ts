import type { Phones } from '#shared/contracts/phones.ts';

/** Of these the numbers that there are. */
export function phonesView(named: readonly { readonly name: string; readonly phone?: string | undefined }[]): {
  phones?: Phones;
} {
  const phones = named.flatMap(({ name, phone }) => (phone ? [{ name, phone }] : []));
  return phones.length > 0 ? { phones } : {};
}
