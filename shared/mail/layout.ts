import type { Settings } from '#shared/domain/settings.ts';
import type { Language } from '#shared/domain/words.ts';
import type { MailContent } from '#shared/ports/mail-writer.ts';

/** One mail as data: paragraphs, perhaps a button, small print; per language. Both forms are made from it, so they always say the same. */
export type MailPart = {
  readonly language: Language;
  readonly direction: 'ltr' | 'rtl';
  readonly paragraphs: readonly string[];
  readonly button?: { readonly label: string; readonly url: string };
  /** Shown large: a code. */
  readonly large?: string;
  readonly smallPrint: readonly string[];
};

/** `parts`: at least one; its language is that of the mail. */
export function layOut(
  subject: string,
  parts: readonly [MailPart, ...MailPart[]],
  colours: Settings['colours'],
): MailContent {
  const [first] = parts;
  return {
    // A line end in a header would start a new header.
    subject: subject.replaceAll(/\s+/g, ' ').trim(),
    text: `${parts.map(asText).join('\n\n--\n\n')}\n`,
    html: [
      `<!doctype html><html lang="${first.language}" dir="${first.direction}"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>`,
      '<body style="margin:0;padding:24px;background:#f6f4ef;color:#1c2b33;font:16px/1.5 system-ui,sans-serif">',
      '<div style="max-width:34rem;margin:0 auto;padding:24px;background:#ffffff;border-radius:8px">',
      parts
        .map((part) => asHtml(part, colours))
        .join('<hr style="border:0;border-top:1px solid #d8d3c8;margin:24px 0">'),
      '</div></body></html>',
    ].join('\n'),
  };
}

const asText = ({ paragraphs, large, button, smallPrint }: MailPart): string =>
  [
    ...paragraphs.slice(0, 1),
    ...(large ? [`    ${large}`] : []),
    ...paragraphs.slice(1),
    ...(button ? [`${button.label}:\n${button.url}`] : []),
    ...smallPrint,
  ].join('\n\n');

const asHtml = (
  { language, direction, paragraphs, large, button, smallPrint }: MailPart,
  { action, actionText }: Settings['colours'],
): string =>
  [
    `<div lang="${language}" dir="${direction}">`,
    ...paragraphs.slice(0, 1).map(paragraph),
    ...(large ? [`<p style="font-size:32px;letter-spacing:4px;font-weight:bold">${escapeHtml(large)}</p>`] : []),
    ...paragraphs.slice(1).map(paragraph),
    ...(button
      ? [
          `<p><a href="${escapeHtml(button.url)}" style="display:inline-block;padding:12px 20px;background:${action};color:${actionText};text-decoration:none;border-radius:6px;font-weight:bold">${escapeHtml(button.label)}</a></p>`,
        ]
      : []),
    ...smallPrint.map((line) => `<p style="font-size:14px;color:#4a5a62">${escapeHtml(line)}</p>`),
    '</div>',
  ].join('\n');

const paragraph = (line: string): string => `<p>${escapeHtml(line)}</p>`;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
