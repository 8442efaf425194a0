import { describe, expect, it } from 'vitest';
import type { OwnTexts } from '#shared/domain/own-texts.ts';
import { changesWithoutDeploy } from '#shared/texts/changeable.ts';
import { placesIn, standardTexts } from '#shared/texts/check-own-texts.ts';
import { saidByFunctions } from '#shared/texts/own-texts.ts';
import { loadMunicipality } from '../infra/config.ts';
import { pagesOf } from './build-pages.ts';

const all = standardTexts('nl');
const ofPages = all.map(([path]) => path).filter((path) => /^(?:form|errors|words|site)\./.test(path));

/** Every text of ours replaced by its path, so that a page tells which ones it says. */
const marked: OwnTexts = Object.fromEntries(
  all.map(([path, text]) => [path, { nl: `⟦${path}⟧${placesIn(text).join('')}` }]),
);
const config = { ...loadMunicipality('demo'), languages: ['nl'] as ['nl'], texts: marked };
const built = new Set(
  [...pagesOf(config).values()].flatMap((page) => [...page.matchAll(/⟦([^⟧]*)⟧/g)].map(([, path]) => path)),
);

describe('texts that change without a deploy', () => {
  it('are on no page that the build makes', () => {
    expect(built.size).toBeGreaterThan(300);
    expect([...built].filter((path) => path && changesWithoutDeploy(path))).toEqual([]);
  });

  it('are all of the pages that functions alone answer with, but what depends on who configured', () => {
    const alone = new Set(Object.keys(saidByFunctions(marked)));
    const left = ofPages.filter((path) => alone.has(path) && !built.has(path) && !changesWithoutDeploy(path));
    expect(left).toEqual([
      'words.reporterKinds.resident',
      'form.hidden.language',
      'form.hidden.source',
      'form.duration.seconds',
      'form.duration.minutes',
      'form.duration.workingHours',
      'form.duration.workingDays',
      'form.address.outside',
    ]);
  });

  it('are every sentence of mails, of the letter and of the console behind the sign-in', () => {
    const paths = all.map(([path]) => path).filter((path) => /^(?:mail|console(?:-\w+)?)\./.test(path));
    expect(
      paths.filter((path) => !changesWithoutDeploy(path)).every((path) => path.startsWith('console.signIn.')),
    ).toBe(true);
    expect(paths.filter(changesWithoutDeploy).length).toBeGreaterThan(900);
  });
});
