import { html } from '#shared/html/html.ts';
import { type Kit, type Sheet, sheetOf } from '../../kit/sheets.ts';

type Policies = { createPolicy(name: string, rules: { createHTML(text: string): string }): Policy };
type Policy = { createHTML(text: string): string };

const asItIs: Policy = { createHTML: (text) => text };
declare const trustedTypes: Policies | undefined;

/** Our policy of content trusts no text that a script puts into a page, but by name. This name trusts what `html` made, which escapes all that is put in. */
const policy: Policy = typeof trustedTypes === 'undefined' ? asItIs : trustedTypes.createPolicy('kit', asItIs);

/** A sheet for `innerHTML`. */
export const trustedSheet = (kit: Kit, sheet: Sheet): string =>
  policy.createHTML(html`${sheetOf(kit, sheet)}`.toString());
