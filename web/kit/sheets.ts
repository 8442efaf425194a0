import type { Rules } from '#shared/domain/settings.ts';
import type { Language, REASONS } from '#shared/domain/words.ts';
import { spellDuration } from '#shared/html/duration.ts';
import { type Content, Html, html } from '#shared/html/html.ts';
import { EMERGENCY } from '#shared/html/links.ts';
import { FORM } from '#shared/texts/catalogues/form.ts';
import { KIT } from '#shared/texts/catalogues/kit.ts';
import { LANGUAGE } from '#shared/texts/catalogues/language.ts';
import { WORDS } from '#shared/texts/catalogues/words.ts';
import { type OwnTexts, withOwnTexts } from '#shared/texts/own-texts.ts';
import { qrSvg } from './qr-code.ts';

/** What is printed, each on its own paper (`kit.css`). */
export const SHEETS = ['poster', 'cards', 'slips'] as const;
export type Sheet = (typeof SHEETS)[number];

/** What the sheets say of their municipality. Plain data: the build puts it into the console. */
export type KitTown = {
  readonly municipality: string;
  readonly service: string;
  readonly phone: string;
  /** Where a slip can be handed in. */
  readonly desk: string;
  readonly languages: readonly Language[];
  readonly clock: Rules['clock'];
  readonly durations: Pick<Rules['durations'], 'triage' | 'visit'>;
  readonly texts?: OwnTexts | undefined;
  /** The logo of the theme, an SVG of our own. */
  readonly logo: string;
};

export type Kit = {
  readonly town: KitTown;
  readonly place: { readonly code: string; readonly name: string };
  /** The origin of the site. */
  readonly baseUrl: string;
  readonly language: Language;
};

/** Where the code leads: the form, which then knows whose poster it was. */
export const addressOf = ({ baseUrl, place }: Pick<Kit, 'baseUrl' | 'place'>): string =>
  `${baseUrl}/?via=${place.code}`;

const CARDS_PER_PAGE = 4;
const SLIPS_PER_PAGE = 2;

/** One sheet, for a wrapper with the classes `kit` and its name. */
export function sheetOf(kit: Kit, sheet: Sheet): Content {
  switch (sheet) {
    case 'poster':
      return poster(kit);
    case 'cards':
      return Array.from({ length: CARDS_PER_PAGE }, () => card(kit));
    case 'slips':
      return Array.from({ length: SLIPS_PER_PAGE }, () => slip(kit));
  }
}

/** As the municipality has them on its pages: with its own words in the place of ours. */
export const kitTextsIn = ({ texts }: KitTown, language: Language) =>
  withOwnTexts({ form: FORM[language], words: WORDS[language], kit: KIT[language] }, language, texts);

function poster(kit: Kit): Html {
  const { town, place, language } = kit;
  const { kit: texts, form } = kitTextsIn(town, language);
  const { clock, durations } = town;
  const lines = form.start.whatHappens(
    spellDuration(form, durations.triage, clock),
    spellDuration(form, durations.visit, clock),
  );
  const others = town.languages.filter((other) => other !== language);
  return html`<article class="sheet">
<header>${brand(town)}<h2>${form.start.heading}</h2></header>
<ol>${lines.map((line) => html`<li>${line}</li>`)}</ol>
<section class="ways"><div class="code">${qrOf(kit)}</div>
<div><p class="scan">${texts.scan}</p><p>${texts.orGoTo}<strong>${hostOf(kit)}</strong></p><p>${texts.orCall}<strong>${town.phone}</strong></p></div></section>
<p class="emergency">${texts.danger(EMERGENCY)}</p>
<footer><p><strong>${texts.joins(place.name)}</strong></p><p>${texts.service(town.municipality)}</p>
${others.map((other) => html`<p class="other" lang="${other}" dir="${LANGUAGE[other].direction}">${kitTextsIn(town, other).kit.short}</p>`)}</footer>
</article>`;
}

function card(kit: Kit): Html {
  const { town, language } = kit;
  const { kit: texts, form } = kitTextsIn(town, language);
  return html`<article class="card"><header>${brand(town)}<h2>${form.start.heading}</h2></header>
<div class="code">${qrOf(kit)}</div>
<p class="scan">${texts.scan}</p>
<p>${texts.orGoTo} <strong>${hostOf(kit)}</strong><br>${texts.orCall} <strong>${town.phone}</strong></p>
<p class="small">${form.start.nameOptional} ${texts.danger(EMERGENCY)}</p></article>`;
}

/** For who has no phone at hand. It goes to the desk and not to the till: what is on it is about somebody's home. */
function slip({ town, language }: Kit): Html {
  const {
    kit: { slip: texts, danger },
    form,
    words,
  } = kitTextsIn(town, language);
  const line = (label: string): Html => html`<p class="line"><span>${label}</span></p>`;
  const boxes = (labels: readonly string[]): Html =>
    html`<ul class="boxes">${labels.map((label) => html`<li>${label}</li>`)}</ul>`;
  const { resident: _themselves, ...kinds } = words.reporterKinds;
  return html`<article class="slip"><header>${brand(town)}</header>
<h2>${form.start.heading}</h2><p>${texts.lead}</p>
<h3>${texts.address}</h3>${line(texts.street)}${line(texts.town)}
<h3>${texts.signs}</h3>${boxes(SIGNS_ON_PAPER.map((sign) => words.reasons[sign]))}
<h3>${texts.about}</h3>${EMPTY_LINES}
<h3>${texts.you}</h3><div class="beside">${boxes(Object.values(kinds))}</div>${line(texts.phone)}
<footer><h3>${texts.handInHeading}</h3><p><strong>${texts.handIn(town.desk)}</strong> ${texts.notHere}</p><p>${danger(EMERGENCY)}</p></footer></article>`;
}

const EMPTY_LINES = Array.from({ length: 3 }, () => html`<p class="line blank"></p>`);

/** Those that a passer-by sees; the form has more. */
const SIGNS_ON_PAPER = [
  'not-seen',
  'no-answer',
  'mail-and-curtains',
  'stays-away',
  'says-so',
  'other',
] as const satisfies readonly (typeof REASONS)[number][];

const brand = ({ logo, service }: KitTown): Html => html`<p class="brand">${new Html(logo)}<span>${service}</span></p>`;
const qrOf = (kit: Kit): Html => new Html(qrSvg(addressOf(kit)));
/** What people can type: without the code, which only the QR carries. */
const hostOf = ({ baseUrl }: Kit): string => new URL(baseUrl).host;
