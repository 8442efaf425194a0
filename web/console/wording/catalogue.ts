import type { OwnTexts } from '#shared/domain/own-texts.ts';
import type { Language } from '#shared/domain/words.ts';
import { changesWithoutDeploy } from '#shared/texts/changeable.ts';
import { mistakesInOwnTexts, standardTexts } from '#shared/texts/check-own-texts.ts';
import type { WordingPart } from '#shared/texts/console-wording-texts.ts';
import { BUILT_TEXTS } from '../own-texts.ts';

/** `standard`: what is said when the coordinator wrote nothing: of the municipality's configuration, else ours. */
export type Sentence = {
  readonly path: string;
  readonly standard: string;
  readonly own?: string | undefined;
};
export const saysOf = ({ standard, own }: Sentence): string => own ?? standard;

/** Sentences that stand together: one mail, one screen. `id` is how their paths begin. */
export type Group = {
  readonly id: string;
  readonly part: WordingPart;
  readonly title: string;
  readonly sentences: readonly Sentence[];
};

const sentencesIn = (language: Language, own: OwnTexts): readonly Sentence[] =>
  standardTexts(language).map(([path, ours]) => ({
    path,
    standard: BUILT_TEXTS[path]?.[language] ?? ours,
    own: own[path]?.[language],
  }));

/** Everything that can change without a deploy, in the order of the catalogues. */
export function groupsIn(language: Language, own: OwnTexts): readonly Group[] {
  const sentences = sentencesIn(language, own).filter(({ path }) => changesWithoutDeploy(path));
  return [...grouped(sentences)].map(([id, inGroup]) => ({
    id,
    part: partOf(id),
    title: titleOf(id, inGroup),
    sentences: inGroup,
  }));
}

function grouped(sentences: readonly Sentence[]): ReadonlyMap<string, readonly Sentence[]> {
  const groups = new Map<string, Sentence[]>();
  for (const sentence of sentences) {
    const id = groupOf(sentence);
    const before = groups.get(id);
    if (before) before.push(sentence);
    else groups.set(id, [sentence]);
  }
  return groups;
}

/** A mail is `mail.messages.notify`, a screen `console.triage`; places in a list (`body.1`) do not count. */
export function groupOf({ path }: Pick<Sentence, 'path'>): string {
  const steps = path.replace(/(?:\.\d+)+$/, '').split('.');
  const depth = steps[0] === 'mail' ? 3 : 2;
  return steps.slice(0, Math.min(steps.length - 1, depth)).join('.');
}

export function partOf(id: string): WordingPart {
  if (id.startsWith('mail.messages')) return 'work';
  if (/^mail\.(?:reporter|resident)/.test(id)) return 'reporters';
  if (id.startsWith('mail')) return 'every';
  if (/^console-letter\.(?:letter|card)$/.test(id)) return 'letter';
  if (id.startsWith('form')) return 'pages';
  return id.startsWith('words') ? 'words' : 'console';
}

/** What a group is known by: its subject or title, else how it begins. */
function titleOf(id: string, sentences: readonly Sentence[]): string {
  const named = ['subject', 'title', 'heading', 'legend', 'question'].map((name) =>
    sentences.find(({ path }) => path === `${id}.${name}`),
  );
  const known = named.find((sentence) => sentence !== undefined);
  if (known) return known.standard;
  const begins = sentences.slice(0, id.startsWith('words') ? 3 : 1).map(({ standard }) => standard);
  return shortened(begins.join(', '), sentences.length > begins.length);
}

/** As many whole words as a heading on a phone has room for. */
function shortened(text: string, goesOn: boolean): string {
  const start = text.length > 60 ? text.slice(0, 60).replace(/\s+\S*$/, '') : text;
  return goesOn || start !== text ? `${start} …` : start;
}

/** A sentence that was found. `groupId` is absent of one that only a deploy can change. */
export type Found = { readonly sentence: Sentence; readonly groupId?: string };

/** Every sentence with all of these words in it, those that can be changed first. Neither capitals nor accents count. */
export function search(language: Language, own: OwnTexts, query: string): readonly Found[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const found = sentencesIn(language, own)
    .filter((sentence) => isIn(words, sentence))
    .map(
      (sentence): Found =>
        changesWithoutDeploy(sentence.path) ? { sentence, groupId: groupOf(sentence) } : { sentence },
    );
  return [...found.filter(({ groupId }) => groupId), ...found.filter(({ groupId }) => !groupId)];
}

const isIn = (words: readonly string[], sentence: Sentence): boolean => {
  const text = plain(`${saysOf(sentence)} ${sentence.standard} ${sentence.path}`);
  return words.every((word) => text.includes(word));
};
const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Own texts that a newer version has no place for any more, or that lack what it fills in. */
export type Misfit = { readonly path: string; readonly language: Language; readonly text: string };

export const misfitsIn = (own: OwnTexts, language: Language): readonly Misfit[] =>
  Object.entries(own).flatMap(([path, { [language]: text }]) => {
    if (text === undefined) return [];
    const fits = changesWithoutDeploy(path) && mistakesInOwnTexts({ [path]: { [language]: text } }).length === 0;
    return fits ? [] : [{ path, language, text }];
  });
