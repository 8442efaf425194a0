/** Bytes that nobody can guess. */
export type Random = (bytes: number) => Uint8Array;
