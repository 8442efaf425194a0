/** Which field of a request is wrong, as a dotted path (`address.postcode`), and why, as a code (`too-long`); never what it held. */
export type WrongField = { readonly field: string; readonly code: string };
