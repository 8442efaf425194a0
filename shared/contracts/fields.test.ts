import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import {
  choices,
  dateTime,
  email,
  fields,
  houseNumber,
  line,
  phone,
  postcode,
  reference,
  seenVersion,
  text,
} from './fields.ts';

const read = <Schema extends z.core.$ZodType>(schema: Schema, given: unknown) => {
  const parsed = z.safeParse(schema, given);
  return parsed.success ? { is: parsed.data } : { not: parsed.error.issues.map(({ message }) => message) };
};

describe('a postcode', () => {
  it.each([
    '1234AB',
    '1234 AB',
    '1234ab',
    ' 1234AB ',
    '1234 ab',
    '1234  AB',
    '1234\u00a0AB',
    '1234-AB',
    '1234AB.',
    '\u202a1234 AB\u202c',
  ])('%j is 1234AB', (typed) => {
    expect(read(postcode, typed)).toEqual({ is: '1234AB' });
  });
  it.each([
    '0123AB',
    '1234SA',
    '1234SD',
    '1234 ss',
    '1234',
    '12345AB',
    '1234/AB',
    '1234A',
    'AB1234',
    '',
    '1234ÅB',
    '１２３４AB',
    1234,
    null,
  ])('%j is none', (typed) => {
    expect(read(postcode, typed)).toEqual({ not: ['postcode'] });
  });
});

describe('a house number', () => {
  it.each([1, 12, 99_999])('%i is one', (typed) => {
    expect(read(houseNumber, typed)).toEqual({ is: typed });
  });
  it.each([0, -1, 100_000, 1.5, '12', Number.NaN, Number.POSITIVE_INFINITY, null])('%j is none', (typed) => {
    expect(read(houseNumber, typed)).toEqual({ not: ['house-number'] });
  });
});

describe('a reference', () => {
  it.each(['8Q2C9D4T0V5XK7RM', '8q2c-9d4t-0v5x-k7rm', ' 8Q2C 9D4T OV5X K7RM '])(
    '%j is read as it is spelled or spoken',
    (typed) => {
      expect(read(reference, typed)).toEqual({ is: '8Q2C9D4T0V5XK7RM' });
    },
  );
  it.each(['8Q2C9D4T0V5XK7R', '8Q2C9D4T0V5XK7RU', '', 12])('%j is none', (typed) => {
    expect(read(reference, typed)).toEqual({ not: ['reference'] });
  });
});

describe('text', () => {
  it.each([
    ['blanks around it', '  hallo  ', 'hallo'],
    ['an accent in two characters', 'Zoe\u0308', 'Zo\u00eb'],
    ['line ends and tabs', 'a\r\n\tb', 'a\n\tb'],
    ['an end of a line in two characters, which counts as one', 'abcd\r\nefghi', 'abcd\nefghi'],
    ['a smile', '\u{1f642}', '\u{1f642}'],
    ['as many characters as it may have', 'a'.repeat(10), 'a'.repeat(10)],
    ['a mark of direction, which goes', 'a\u200eb', 'ab'],
    ['a change of direction, which goes', '\u202ab\u202c\u202e', 'b'],
    ['blanks without width, which go', '\ufeffa\u200b\u2060b', 'ab'],
    ['joiners', '\u{1f468}\u200d\u{1f467}', '\u{1f468}\u200d\u{1f467}'],
    ['blanks beyond that', `${'a'.repeat(10)}     `, 'a'.repeat(10)],
  ])('may have %s', (_what, typed, kept) => {
    expect(read(text(10), typed)).toEqual({ is: kept });
  });

  it.each([
    ['a NUL', 'a\u0000b'],
    ['an escape', 'a\u001bb'],
    ['a C1 control', 'a\u0085b'],
    ['a DEL', 'a\u007f'],
    ['the first half of a surrogate pair', 'a\ud83d'],
    ['the second half of one', '\ude42a'],
    ['the halves the wrong way round', '\ude42\ud83d'],
  ])('may not have %s', (_what, typed) => {
    expect(read(text(10), typed)).toEqual({ not: ['unreadable-characters'] });
  });

  it.each([
    ['', ['empty']],
    [' \n ', ['empty']],
    ['\u200e', ['empty']],
    ['a'.repeat(11), ['too-long']],
    [7, ['text']],
    [undefined, ['required']],
    [null, ['text']],
  ])('%j is refused', (typed, codes) => {
    expect(read(text(10), typed)).toEqual({ not: codes });
  });

  it.each(['a\nb', 'a\rb', 'a\tb', 'a\u2028b', 'a\u2029b'])('%j is no single line', (typed) => {
    expect(read(line(10), typed)).toEqual({ not: ['one-line'] });
  });

  it('is never longer than it may be, never empty, and the same when read again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (typed) => {
        const once = read(text(10), typed);
        if (!('is' in once)) return;
        expect(once.is.length).toBeGreaterThan(0);
        expect(once.is.length).toBeLessThanOrEqual(10);
        expect(once.is.isWellFormed()).toBe(true);
        expect(read(text(10), once.is)).toEqual(once);
      }),
    );
  });
});

describe('a phone number', () => {
  it.each([
    ['06 1234 5678', '0612345678'],
    ['06-12345678', '0612345678'],
    ['(010) 123.45.67', '0101234567'],
    ['+31 6 12345678', '+31612345678'],
    ['06 / 12345678', '0612345678'],
    ['06\u2013123\u00a045 678', '0612345678'],
    ['\u202a0612345678\u202c', '0612345678'],
  ])('%j is %j', (typed, kept) => {
    expect(read(phone, typed)).toEqual({ is: kept });
  });
  it.each(['12345678', '1234567890123456', '06 1234 567a', '0612345678 na zessen', '++31612345678'])(
    '%j is none',
    (typed) => {
      expect(read(phone, typed)).toEqual({ not: ['phone'] });
    },
  );
});

describe('a mail address', () => {
  it.each(['joke@winkel.example', 'joke+signaal@sub.winkel.example', "o'brien@winkel.example"])(
    '%j is one',
    (typed) => {
      expect(read(email, typed)).toEqual({ is: typed });
    },
  );
  it.each([
    'joke',
    'joke@winkel',
    'joke@@winkel.example',
    'joke @winkel.example',
    'Joke <joke@winkel.example>',
    'a@b.example,c@d.example',
    'a@b.example;c@d.example',
    'joke@winkel.e',
    'a..b@b.nl',
    '.a@b.nl',
    'a.@b.nl',
    'a@b..nl',
    'a@.b.nl',
    'zoë@winkel.example',
  ])('%j is none', (typed) => {
    expect(read(email, typed)).toEqual({ not: ['email'] });
  });
  it.each(['joke@winkel.example\r\nBcc: x@y.example', 'joke@winkel.example\nX'])('%j could write a header', (typed) => {
    expect(read(email, typed)).toEqual({ not: ['one-line', 'email'] });
  });
  it('loses the marks that come along from a contact card', () => {
    expect(read(email, '\u200ejoke@winkel.example\u200b')).toEqual({ is: 'joke@winkel.example' });
  });
  it('has 254 characters at most', () => {
    const at = (length: number) => `${'a'.repeat(length - '@winkel.example'.length)}@winkel.example`;
    expect(read(email, at(254))).toEqual({ is: at(254) });
    expect(read(email, at(255))).toEqual({ not: ['too-long'] });
  });
});

describe('choices', () => {
  const some = choices(['a', 'b', 'c']);
  it.each([
    [[], { is: [] }],
    [['c', 'a'], { is: ['c', 'a'] }],
    [['a', 'a'], { not: ['twice'] }],
    [['d'], { not: ['choice'] }],
    ['a', { not: ['choices'] }],
    [['a', 'b', 'c', 'a'], { not: ['twice', 'too-many'] }],
  ])('%j', (given, expected) => {
    expect(read(some, given)).toEqual(expected);
  });
});

describe('a moment', () => {
  it.each(['2026-03-03T10:00:00Z', '2026-03-03T11:00:00+01:00', '2026-03-03T10:00:00.123Z'])('%j is one', (typed) => {
    expect(read(dateTime, typed)).toEqual({ is: typed });
  });
  it.each(['2026-03-03', '2026-03-03T10:00:00', '2026-02-30T10:00:00Z', '2026-03-03T25:00:00Z', 'morgen', 12])(
    '%j is none',
    (typed) => {
      expect(read(dateTime, typed)).toEqual({ not: ['date-time'] });
    },
  );
});

describe('the version that a client saw', () => {
  it.each([0, -1, 1.5, '1', null])('is not %j', (given) => {
    expect(read(seenVersion, given)).toEqual({ not: ['version'] });
  });
  it('is required', () => {
    expect(read(seenVersion, undefined)).toEqual({ not: ['required'] });
  });
});

describe('an object', () => {
  it('has no field that the contract does not know', () => {
    const parsed = z.safeParse(fields({ a: text(5) }), { a: 'x', b: 1 });
    expect(parsed.error?.issues).toMatchObject([{ code: 'unrecognized_keys', keys: ['b'] }]);
  });
});
