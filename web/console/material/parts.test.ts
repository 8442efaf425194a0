import { describe, expect, it } from 'vitest';
import { parseLocationCode } from '#shared/domain/ids.ts';
import { parseRoute } from '../route.ts';
import {
  ADDING,
  changingPartOf,
  codeFrom,
  codeIn,
  codeToChange,
  codeToRemove,
  materialHref,
  partOf,
  removingPartOf,
} from './parts.ts';

describe('a code to begin with', () => {
  it.each([
    ['Apotheek Noord', 'apotheek-noord'],
    ["Café 't Hoekje!", 'cafe-t-hoekje'],
    ['  Bibliotheek 3e verdieping ', 'bibliotheek-3e-verdieping'],
    [`${'a'.repeat(39)} winkel`, 'a'.repeat(39)],
  ])('of %s is %s, which the form takes', (name, code) => {
    expect(codeFrom(name)).toBe(code);
    expect(parseLocationCode(codeFrom(name))).toBe(code);
  });

  it('is empty for a name without letters', () => {
    expect(codeFrom('!?')).toBe('');
  });
});

it('tells a code from a part of the page, whatever the code', () => {
  for (const code of ['kapper-jansen', ADDING, 'voor-elkaar', 'weg-wijzig-weg']) {
    expect(parseRoute(materialHref(partOf(code)))).toEqual({ view: 'page', page: 'material', part: partOf(code) });
    expect(codeIn(partOf(code))).toBe(code);
    expect(codeToChange(changingPartOf(code))).toBe(code);
    expect(codeToRemove(removingPartOf(code))).toBe(code);
    expect([codeIn(removingPartOf(code)), codeToChange(partOf(code))]).toEqual([undefined, undefined]);
  }
  expect(codeIn(ADDING)).toBeUndefined();
  expect(codeIn(undefined)).toBeUndefined();
});
