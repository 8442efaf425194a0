import type { CaughtMail } from './mailbox.ts';

/** What the inbox shows without its contents: nothing here may run, and only our own style sheet and mails are loaded. */
export const INBOX_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A mail's own html is shown as a mail program would: styles yes, scripts and anything from elsewhere no. */
export const MAIL_POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-popups allow-popups-to-escape-sandbox',
].join('; ');

export const INBOX_CSS = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { margin: 0 auto; padding: 1rem; max-width: 60rem; }
article { border-block-start: 1px solid; padding-block: 1rem; }
h2 { margin: 0; font-size: 1.125rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; margin: 0.5rem 0; }
dd { margin: 0; overflow-wrap: anywhere; }
pre { font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; }
iframe { inline-size: 100%; block-size: 24rem; border: 1px solid; background: white; }
`;

/** Newest first, as a person looks for the mail that just came. A mail keeps its number while newer ones arrive. */
export function inboxPage(mails: readonly CaughtMail[]): string {
  const articles = mails.map(article).reverse();
  return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Postvak (${mails.length})</title>
<link rel="stylesheet" href="/local/inbox.css">
</head>
<body>
<main>
<h1>Postvak</h1>
<p>Alle mails die Omzien op deze computer verstuurde. Er gaat niets naar buiten. <a href="/local/inbox">Vernieuwen</a></p>
${articles.join('\n') || '<p>Er is nog geen mail.</p>'}
</main>
</body>
</html>
`;
}

function article(mail: CaughtMail, number: number): string {
  const html =
    mail.html === null
      ? ''
      : `<details><summary>Opgemaakte versie</summary>
<iframe sandbox="allow-popups allow-popups-to-escape-sandbox" loading="lazy" title="${escaped(mail.subject)}" src="/local/inbox/${number}.html"></iframe>
</details>`;
  return `<article aria-labelledby="mail-${number}">
<h2 id="mail-${number}">${escaped(mail.subject)}</h2>
<dl><dt>Aan</dt><dd>${escaped(mail.to.join(', '))}</dd><dt>Verstuurd</dt><dd><time datetime="${mail.sentAt.toISOString()}">${spellMoment(mail.sentAt)}</time></dd></dl>
<pre>${withLinks(mail.text)}</pre>
${html}
</article>`;
}

const spellMoment = (at: Date): string =>
  at.toLocaleString('nl-NL', { dateStyle: 'long', timeStyle: 'medium', timeZone: 'Europe/Amsterdam' });

const withLinks = (text: string): string =>
  text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((part, index) => (index % 2 === 1 ? `<a href="${escaped(part)}">${escaped(part)}</a>` : escaped(part)))
    .join('');

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
