/** HTML that is safe to send: only `html` makes it, and everything put into it is escaped unless it is `Html` itself. */
export class Html {
  readonly #text: string;
  constructor(text: string) {
    this.#text = text;
  }
  toString(): string {
    return this.#text;
  }
}

/** `false` and `undefined` show nothing, so that `condition && html…` reads well. */
export type Content = Html | string | number | false | undefined | readonly Content[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => ESCAPES[character] ?? '');

/** A template of elements and of attribute values in quotes. Not for URLs of others, nor for script or style. */
export function html(strings: TemplateStringsArray, ...contents: readonly Content[]): Html {
  let text = strings[0] ?? '';
  contents.forEach((content, at) => {
    text += render(content) + (strings[at + 1] ?? '');
  });
  return new Html(text);
}

function render(content: Content): string {
  if (content === false || content === undefined) return '';
  if (content instanceof Html) return content.toString();
  if (typeof content === 'string') return escapeHtml(content);
  if (typeof content === 'number') return String(content);
  return content.map(render).join('');
}

/** Attributes; `true` is one without a value, `false` and `undefined` are left out. */
export const attributes = (all: Readonly<Record<string, string | number | boolean | undefined>>): Html =>
  new Html(
    Object.entries(all)
      .map(([name, value]) => {
        if (value === undefined || value === false) return '';
        return value === true ? ` ${name}` : ` ${name}="${escapeHtml(String(value))}"`;
      })
      .join(''),
  );

/** A whole document as it is sent, without the indentation of our templates. */
export const documentOf = (page: Html): string =>
  page
    .toString()
    .replaceAll(/>\s*\n\s*/g, '>\n')
    .replaceAll(/\n\s+</g, '\n<')
    .trim();
