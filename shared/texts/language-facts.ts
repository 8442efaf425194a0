/** What is so of a language itself, beside its texts. */
export type LanguageFacts = {
  /** As its own speakers call it: what a link to it says, on a page in any other language. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
};
