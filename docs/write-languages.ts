/**
 * `npm run languages` reads which languages there are: every folder of `shared/texts` with a `language.ts`. It writes their codes for the
 * domain, and the catalogues that pages, mails, console and printed matter read, one for each kind of text. Adding a language is adding a folder.
 */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Dutch is the source: it comes first, and its types are what the others follow. */
const SOURCE = 'nl';
/** A file of a language, what it exports, and the type and file of that type. */
type Kind = readonly [file: string, name: string, type: string, typeFile: string];
const KINDS: readonly Kind[] = [
  ['language', 'language', 'LanguageFacts', '../language-facts.ts'],
  ['words', 'words', 'Words', '../words.ts'],
  ['form', 'form', 'FormTexts', `../${SOURCE}/form.ts`],
  ['site', 'site', 'SiteTexts', `../${SOURCE}/site.ts`],
  ['errors', 'errors', 'ErrorTexts', '../errors.ts'],
  ['mail', 'mail', 'MailTexts', '../mail-texts.ts'],
  ['console', 'consoleTexts', 'ConsoleTexts', '../console-texts.ts'],
  ['kit', 'kit', 'KitTexts', `../${SOURCE}/kit.ts`],
];
/** A page of the console has texts of its own: `console-guide.ts` exports `guide`, of the type `GuideTexts` in `console-guide-texts.ts`. */
const kindsOfPages = (texts: string): readonly Kind[] =>
  readdirSync(join(texts, SOURCE))
    .flatMap((file) => /^console-([a-z]+)\.ts$/.exec(file)?.[1] ?? [])
    .sort()
    .map((page) => [`console-${page}`, page, `${capital(page)}Texts`, `../console-${page}-texts.ts`]);
const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
const constantOf = (file: string): string => file.toUpperCase().replaceAll('-', '_');
const MADE = '// Made by `npm run languages` from the folders of shared/texts.';

/** The files that tell which languages there are, by their path, made from what lies in `root`. */
export function languageFiles(root: string): Readonly<Record<string, string>> {
  const texts = join(root, 'shared/texts');
  const codes = readdirSync(texts)
    .filter((name) => /^[a-z]{2,3}$/.test(name) && existsSync(join(texts, name, 'language.ts')))
    .sort((a, b) => Number(b === SOURCE) - Number(a === SOURCE) || (a < b ? -1 : 1));
  const kinds = [...KINDS, ...kindsOfPages(texts)];
  const catalogues = kinds.map((kind) => [`shared/texts/catalogues/${kind[0]}.ts`, catalogueFile(kind, codes)]);
  return {
    'shared/domain/languages.ts': codesFile(codes),
    ...Object.fromEntries(catalogues),
    'shared/texts/catalogues/every.ts': everyFile(kinds),
    'shared/texts/catalogues/console-load.ts': loadFile(codes),
  };
}

const codesFile = (codes: readonly string[]): string => `${MADE}
export const LANGUAGES = [${codes.map((code) => `'${code}'`).join(', ')}] as const;
export type Language = (typeof LANGUAGES)[number];
`;

/** A file per kind, so that a function which writes mails does not load pages. */
const catalogueFile = ([kind, name, type, file]: Kind, codes: readonly string[]): string =>
  [
    MADE,
    `import type { Language } from '#shared/domain/languages.ts';`,
    `import type { ${type} } from '${file}';`,
    ...codes.map((code) => `import { ${name} as ${code} } from '../${code}/${kind}.ts';`),
    '',
    `export const ${constantOf(kind)}: Readonly<Record<Language, ${type}>> = { ${codes.join(', ')} };`,
    '',
  ].join('\n');

/** What a municipality can replace, under the name that the path of a text begins with. */
const everyFile = (kinds: readonly Kind[]): string => {
  const ofTexts = kinds.map(([kind]) => kind).filter((kind) => kind !== 'language');
  return [
    MADE,
    ...ofTexts.map((kind) => `import { ${constantOf(kind)} } from './${kind}.ts';`),
    '',
    `export const EVERY = { ${ofTexts.map((kind) => `'${kind}': ${constantOf(kind)}`).join(', ')} };`,
    '',
  ].join('\n');
};

/** What every screen of the console says, to be fetched in the one language that somebody reads. */
const loadFile = (codes: readonly string[]): string =>
  [
    MADE,
    `import type { Language } from '#shared/domain/languages.ts';`,
    `import type { ConsoleTexts } from '../console-texts.ts';`,
    `import type { Words } from '../words.ts';`,
    '',
    'export type Spoken = { readonly console: ConsoleTexts; readonly words: Words };',
    '',
    'export const LOAD_CONSOLE: Readonly<Record<Language, () => Promise<Spoken>>> = {',
    ...codes.flatMap((code) => [
      `  ${code}: async () => {`,
      '    const [{ consoleTexts: console }, { words }] = await Promise.all([',
      `      import('../${code}/console.ts'),`,
      `      import('../${code}/words.ts'),`,
      '    ]);',
      '    return { console, words };',
      '  },',
    ]),
    '};',
    '',
  ].join('\n');

if (import.meta.main) {
  const root = join(import.meta.dirname, '..');
  for (const [path, content] of Object.entries(languageFiles(root))) writeFileSync(join(root, path), content);
}
