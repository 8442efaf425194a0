import { Html, html } from '#shared/html/html.ts';
import { LANGUAGE } from '#shared/texts/catalogues/language.ts';
import type { MunicipalityConfig } from '../../infra/config.ts';
import { type Kit, type KitTown, kitTextsIn, type Sheet, sheetOf } from './sheets.ts';

/** What the sheets need of a municipality. `logo`: of its theme. */
export const kitTownOf = (
  { names, desk, contact, languages, rules, texts }: MunicipalityConfig,
  logo: string,
): KitTown => ({
  ...names,
  phone: desk.phone,
  desk: contact.desk,
  languages,
  clock: rules.clock,
  durations: { triage: rules.durations.triage, visit: rules.durations.visit },
  texts,
  logo,
});

/** What is printed, each a document of its own: its paper is in its style sheet, under its name. */
export const kitPages = (kit: Kit, css: string): Readonly<Record<Sheet, string>> => ({
  poster: printed(kit, css, 'poster'),
  cards: printed(kit, css, 'cards'),
  slips: printed(kit, css, 'slips'),
});

const printed = (kit: Kit, css: string, sheet: Sheet): string =>
  html`<!DOCTYPE html>
<html lang="${kit.language}" dir="${LANGUAGE[kit.language].direction}">
<head><meta charset="utf-8"><title>${kitTextsIn(kit.town, kit.language).kit[sheet]} – ${kit.town.service}</title><style>${new Html(css)}</style></head>
<body class="kit ${sheet}">${sheetOf(kit, sheet)}</body>
</html>
`.toString();
