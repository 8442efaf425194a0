import { type PageContext, textsOf } from './context.ts';
import type { Content } from './html.ts';
import { html } from './html.ts';
import { fill } from './links.ts';
import { button } from './parts.ts';

/** For the script: by whose poster somebody came, to be removed; and what staff see who fill in the form for a caller. */
export function viaTemplates(context: PageContext): Content {
  const { via } = textsOf(context).form;
  return [
    html`<template id="template-via"><div class="via"><p>${fill(via.from, { name: html`<strong data-place="name"></strong>` })}</p>${button('subtle', via.remove, { type: 'button' })}</div></template>`,
    html`<template id="template-via-phone"><aside class="via-phone no-print" aria-label="${via.phoneName}"><p>${via.phone}</p></aside></template>`,
  ];
}
