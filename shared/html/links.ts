import type { PageContext } from './context.ts';
import { type Content, type Html, html } from './html.ts';

/** Numbers that do not differ per municipality. */
export const EMERGENCY = '112';
export const POLICE = '0900-8844';
export const CONFUSED_BEHAVIOUR = '0800-1205';
export const VEILIG_THUIS = '0800-2000';
export const LUISTERLIJN = '088 0767 000';

export const link = (href: string, text: Content): Html =>
  html`<a class="utrecht-link utrecht-link--html-a" href="${href}">${text}</a>`;

export const phoneLink = (number: string): Html => link(`tel:${number.replaceAll(/[^\d+]/g, '')}`, number);
export const mailLink = (mailbox: string): Html => link(`mailto:${mailbox}`, mailbox);
export const deskPhone = (context: PageContext): Html => phoneLink(context.desk.phone);

/** Fills the `{places}` of a text. A place that is not given is a mistake in a catalogue, so it throws. */
export function fill(text: string, places: Readonly<Record<string, Content>>): Content {
  return text.split(/[{}]/).map((part, at) => {
    if (at % 2 === 0) return part;
    if (!(part in places)) throw new Error(`No value for {${part}}`);
    return places[part];
  });
}
