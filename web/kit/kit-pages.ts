import type { Location } from '#shared/domain/directory.ts';
import type { Language, REASONS } from '#shared/domain/words.ts';
import { contextOf, textsOf } from '#shared/html/context.ts';
import { type Content, Html, html } from '#shared/html/html.ts';
import { EMERGENCY } from '#shared/html/links.ts';
import { spellDuration } from '#shared/html/moment.ts';
import { kitTextsIn } from '#shared/texts/kit-texts.ts';
import type { Texts } from '#shared/texts/texts.ts';
import { type MunicipalityConfig, settingsOf } from '../../infra/config.ts';
import { qrSvg } from './qr-code.ts';

export type Kit = {
  readonly config: MunicipalityConfig;
  readonly location: Location;
  readonly language: Language;
  /** The logo of the theme, an SVG of our own. */
  readonly logo: string;
  readonly css: string;
};

/** Where the code leads: the form, which then knows whose poster it was. */
export const addressOf = ({ config, location }: Pick<Kit, 'config' | 'location'>): string =>
  `${config.baseUrl}/?via=${location.id}`;

const CARDS_PER_PAGE = 4;
const SLIPS_PER_PAGE = 2;

/** What is printed, each a document of its own: its paper is in its style sheet, under its name. */
export const kitPages = (kit: Kit): Readonly<Record<'poster' | 'cards' | 'slips', string>> => {
  const texts = kitTextsIn(kit.language);
  return {
    poster: printed(kit, 'poster', texts.poster, poster(kit)),
    cards: printed(
      kit,
      'cards',
      texts.cards,
      Array.from({ length: CARDS_PER_PAGE }, () => card(kit)),
    ),
    slips: printed(
      kit,
      'slips',
      texts.slips,
      Array.from({ length: SLIPS_PER_PAGE }, () => slip(kit)),
    ),
  };
};

const printed = ({ config, language, css }: Kit, name: string, title: string, content: Content): string =>
  html`<!DOCTYPE html>
<html lang="${language}">
<head><meta charset="utf-8"><title>${title} – ${config.names.service}</title><style>${new Html(css)}</style></head>
<body class="${name}">${content}</body>
</html>
`.toString();

function poster(kit: Kit): Html {
  const { config, location, language } = kit;
  const texts = kitTextsIn(language);
  const others = config.languages.filter((other) => other !== language);
  return html`<main class="sheet">
<header>${brand(kit)}<h1>${pageTexts(kit).form.start.heading}</h1></header>
<ol>${linesOf(kit).map((line) => html`<li>${line}</li>`)}</ol>
<section class="ways"><div class="code">${qrOf(kit)}</div>
<div><p class="scan">${texts.scan}</p><p>${texts.orGoTo}<strong>${hostOf(kit)}</strong></p><p>${texts.orCall}<strong>${config.desk.phone}</strong></p></div></section>
<p class="danger">${texts.danger(EMERGENCY)}</p>
<footer><p><strong>${texts.joins(location.name)}</strong></p><p>${texts.service(config.names.municipality)}</p>
${others.map((other) => html`<p class="other" lang="${other}">${kitTextsIn(other).short}</p>`)}</footer>
</main>`;
}

function card(kit: Kit): Html {
  const { config, language } = kit;
  const texts = kitTextsIn(language);
  return html`<article class="card"><header>${brand(kit)}<h2>${pageTexts(kit).form.start.heading}</h2></header>
<div class="code">${qrOf(kit)}</div>
<p class="scan">${texts.scan}</p>
<p>${texts.orGoTo} <strong>${hostOf(kit)}</strong><br>${texts.orCall} <strong>${config.desk.phone}</strong></p>
<p class="small">${pageTexts(kit).form.start.nameOptional} ${texts.danger(EMERGENCY)}</p></article>`;
}

/** For who has no phone at hand. It goes to the desk and not to the till: what is on it is about somebody's home. */
function slip(kit: Kit): Html {
  const { config, language } = kit;
  const { slip: texts, danger } = kitTextsIn(language);
  const { form, words } = pageTexts(kit);
  const line = (label: string): Html => html`<p class="line"><span>${label}</span></p>`;
  const boxes = (labels: readonly string[]): Html =>
    html`<ul class="boxes">${labels.map((label) => html`<li>${label}</li>`)}</ul>`;
  const { resident: _themselves, ...kinds } = words.reporterKinds;
  return html`<article class="slip"><header>${brand(kit)}</header>
<h2>${form.start.heading}</h2><p>${texts.lead}</p>
<h3>${texts.address}</h3>${line(texts.street)}${line(texts.town)}
<h3>${texts.signs}</h3>${boxes(SIGNS_ON_PAPER.map((sign) => words.reasons[sign]))}
<h3>${texts.about}</h3>${EMPTY_LINES}
<h3>${texts.you}</h3><div class="beside">${boxes(Object.values(kinds))}</div>${line(texts.phone)}
<footer><h3>${texts.handInHeading}</h3><p><strong>${texts.handIn(config.contact.desk)}</strong> ${texts.notHere}</p><p>${danger(EMERGENCY)}</p></footer></article>`;
}

const EMPTY_LINES = Array.from({ length: 3 }, () => html`<p class="line empty"></p>`);

/** Those that a passer-by sees; the form has more. */
const SIGNS_ON_PAPER = [
  'not-seen',
  'no-answer',
  'mail-and-curtains',
  'stays-away',
  'says-so',
  'other',
] as const satisfies readonly (typeof REASONS)[number][];

function linesOf(kit: Kit): string[] {
  const { form } = pageTexts(kit);
  const { clock, durations } = kit.config.rules;
  return form.start.whatHappens(
    spellDuration(form, durations.triage, clock),
    spellDuration(form, durations.visit, clock),
  );
}

/** As the municipality has them on its pages: with its own words in the place of ours. */
const pageTexts = ({ config, language }: Kit): Texts =>
  textsOf(contextOf(settingsOf(config, config.baseUrl), language));

const brand = ({ config, logo }: Kit): Html =>
  html`<p class="brand">${new Html(logo)}<span>${config.names.service}</span></p>`;
const qrOf = (kit: Kit): Html => new Html(qrSvg(addressOf(kit)));
/** What people can type: without the code, which only the QR carries. */
const hostOf = ({ config }: Kit): string => new URL(config.baseUrl).host;
