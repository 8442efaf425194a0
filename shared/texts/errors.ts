/**
 * What a mistake on the form is called, and above all how to put it right. Looked up by control and code, then by code, then by
 * control (`any`), then `any`: so every mistake that the contract can find has a sentence. `{label}` and `{max}` are filled in.
 */
export type ErrorTexts = {
  readonly controls: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly codes: Readonly<Record<string, string>> & { readonly any: string };
};
