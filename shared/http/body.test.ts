import { describe, expect, it } from 'vitest';
import { anEvent } from '../../tests/support/http.ts';
import { readForm, readJson } from './body.ts';

const ROUTE = 'POST /v1/signals';
const LIMIT = 16 * 1024;
const json = (body: string, contentType = 'application/json', base64 = false) =>
  anEvent(ROUTE, { body, base64, headers: { 'content-type': contentType } });
const sized = (bytes: number) => `"${'a'.repeat(bytes - 2)}"`;

describe('a JSON body', () => {
  it.each([
    ['an object', json('{"a":1}'), { a: 1 }],
    ['with a charset and capitals in its type', json('[1]', 'Application/JSON; charset=utf-8'), [1]],
    ['in base64', json(Buffer.from('{"é":"ë"}').toString('base64'), 'application/json', true), { é: 'ë' }],
    ['of exactly 16 KB', json(sized(LIMIT)), 'a'.repeat(LIMIT - 2)],
  ])('%s is read', (_what, event, value) => {
    expect(readJson(event)).toEqual({ kind: 'read', value });
  });

  it.each([
    ['one byte over 16 KB', json(sized(LIMIT + 1)), 'too-large'],
    ['over 16 KB in bytes, though not in characters', json(`"${'ë'.repeat(LIMIT / 2)}"`), 'too-large'],
    ['over 16 KB and of another type: the size is told first', json(sized(LIMIT + 1), 'text/plain'), 'too-large'],
    ['of another type', json('{}', 'text/plain'), 'wrong-content-type'],
    ['of a form', json('{}', 'application/x-www-form-urlencoded'), 'wrong-content-type'],
    ['of a type that only begins like JSON', json('{}', 'application/json-patch+json'), 'wrong-content-type'],
    ['without a type', anEvent(ROUTE, { body: '{}' }), 'wrong-content-type'],
    ['that is broken', json('{"a":'), 'unreadable-request'],
    ['that is empty', json(''), 'unreadable-request'],
    ['that is not there', anEvent(ROUTE, { headers: { 'content-type': 'application/json' } }), 'unreadable-request'],
    [
      'that is not UTF-8',
      json(Buffer.from([0x22, 0xff, 0xfe, 0x22]).toString('base64'), 'application/json', true),
      'unreadable-request',
    ],
    [
      'that ends in the middle of a character',
      json(Buffer.from([0x22, 0xc3, 0x22]).toString('base64'), 'application/json', true),
      'unreadable-request',
    ],
  ])('%s is refused', (_what, event, kind) => {
    expect(readJson(event)).toEqual({ kind });
  });
});

describe('a posted form', () => {
  it('is read as API Gateway hands it over, in base64', () => {
    const body = Buffer.from('reasons=not-seen&reasons=other&reporter.name=Zo%C3%AB+Smit').toString('base64');
    const event = anEvent(ROUTE, {
      body,
      base64: true,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    const read = readForm(event);
    expect(read.kind === 'read' && [read.value.getAll('reasons'), read.value.get('reporter.name')]).toEqual([
      ['not-seen', 'other'],
      'Zoë Smit',
    ]);
  });

  it('of another type is refused', () => {
    expect(readForm(json('a=b'))).toEqual({ kind: 'wrong-content-type' });
  });
});
