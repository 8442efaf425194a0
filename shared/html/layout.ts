import { LANGUAGE } from '#shared/texts/catalogues/language.ts';
import { type PageContext, textsOf } from './context.ts';
import { attributes, type Content, documentOf, html } from './html.ts';
import { deskPhone, fill, LUISTERLIJN, link, phoneLink } from './links.ts';
import { pathOf } from './paths.ts';

type Page = {
  readonly title: string;
  readonly main: Content;
  readonly description?: string;
  /** The name of the page's script under `/assets`. Pages that a function answers with have none: their reader has no script. */
  readonly script?: string;
  /** The same page in other languages: its path behind the language (`status/`). Absent where switching would lose what was typed. */
  readonly path?: string;
  readonly languages?: readonly PageContext['language'][];
  /** For search engines: only pages that are of use to somebody who does not know us. */
  readonly index?: boolean;
};

/** A whole document: what surrounds every page, and other ways to reach somebody at its end. */
export function page(context: PageContext, { title, main, description, script, path, languages, index }: Page): string {
  const { form } = textsOf(context);
  const { language } = context;
  const others = path === undefined ? [] : (languages ?? []).filter((other) => other !== language);
  return documentOf(html`<!DOCTYPE html>
<html lang="${language}"${attributes({ dir: directionOf(language) })}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – ${context.service}</title>
${description && html`<meta name="description" content="${description}">`}
${!index && html`<meta name="robots" content="noindex">`}
<meta name="theme-color" content="${context.colours.brand}">
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/report.css">
${others.length > 0 && [language, ...others].map((one) => html`<link rel="alternate" hreflang="${one}" href="${context.baseUrl}${pathOf(one, path)}">`)}
${script && html`<script src="/assets/${script}.js" defer></script>`}
</head>
<body class="utrecht-document">
<a class="utrecht-skip-link utrecht-skip-link--visible-on-focus" href="#main">${form.skip}</a>
<header class="header">
<a class="brand" href="${pathOf(language)}"><span class="logo"></span><span>${context.service}</span></a>
${others.map((other) => html`<a class="utrecht-link" href="${pathOf(other, path)}"${attributes({ lang: other, hreflang: other, dir: directionOf(other) })}>${LANGUAGE[other].name}</a>`)}
</header>
<main id="main">
${main}
</main>
<footer class="footer">
<h2 class="utrecht-heading-3">${form.footer.heading}</h2>
<p>${fill(form.footer.desk, { name: context.desk.name, phone: deskPhone(context) })}</p>
<p>${fill(form.footer.visit, { place: context.contact.desk })}</p>
<p>${fill(form.footer.listeningLine, { phone: phoneLink(LUISTERLIJN) })}</p>
<p class="footer-links">${link(pathOf(language, 'status/'), form.footer.status)} ${link(pathOf(language, 'privacy/'), form.footer.privacy)} ${link(pathOf(language, 'accessibility/'), form.footer.accessibility)}</p>
<p>${form.footer.municipality(context.municipality)}</p>
</footer>
</body>
</html>
`);
}

/** Left to right is what a browser expects. */
const directionOf = (language: PageContext['language']): 'rtl' | undefined =>
  LANGUAGE[language].direction === 'rtl' ? 'rtl' : undefined;
