/** Finds an element of the page that our own templates made; that it is missing is our mistake. */
export function one<Kind extends Element>(selector: string, kind: new () => Kind, within: ParentNode = document): Kind {
  const found = within.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(selector);
  return found;
}

export const all = <Kind extends Element>(
  selector: string,
  kind: new () => Kind,
  within: ParentNode = document,
): Kind[] => [...within.querySelectorAll(selector)].filter((found): found is Kind => found instanceof kind);

/** The texts of the page are in its templates, so that this script speaks every language. */
export const fromTemplate = (name: string): DocumentFragment => {
  const { content } = one(`#template-${name}`, HTMLTemplateElement);
  return document.importNode(content, true);
};

export function element(tag: string, className: string, ...content: (Node | string)[]): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...content);
  return made;
}

/** The text of a label or legend without the words "not required" behind it. */
export const labelIn = (within: ParentNode): string =>
  within.querySelector('legend, label')?.firstChild?.textContent?.trim() ?? '';

export const valuesOf = (form: HTMLFormElement): URLSearchParams => {
  const values = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') values.append(name, value);
  return values;
};
