import { HtmlValidate } from 'html-validate';

/** What the rules below leave to taste, or what the script of a template fills in later. */
const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    'doctype-style': 'off',
    'no-trailing-whitespace': 'off',
    'no-inline-style': 'error',
    // A list travels as hidden fields of one name.
    'form-dup-name': 'off',
    'long-title': 'off',
    'tel-non-breaking': 'off',
    'empty-heading': 'error',
    'no-implicit-button-type': 'error',
  },
});

/** What html-validate has against a page: `<line> <rule>: <what>`. */
export async function htmlMistakes(page: string): Promise<string[]> {
  const { results } = await validator.validateString(page);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`),
  );
}
