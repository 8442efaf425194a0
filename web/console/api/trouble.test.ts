import { describe, expect, it } from 'vitest';
import { PROBLEMS, type ProblemCode } from '#shared/contracts/problem-codes.ts';
import { troubleOf } from './trouble.ts';

const problem = (code: ProblemCode, more: object = {}) => ({
  type: 'about:blank',
  detail: '',
  code,
  ...PROBLEMS[code],
  ...more,
});

describe('a problem document', () => {
  it('keeps who was first', () => {
    const done = { by: 'Anna', what: 'triage', at: '2026-03-03T13:05:00Z' };
    expect(troubleOf(409, problem('already-done', { done }))).toEqual({ kind: 'already-done', done });
    expect(troubleOf(409, problem('already-done'))).toEqual({ kind: 'already-done' });
  });

  it('keeps every wrong field', () => {
    const errors = [
      { field: 'tested', code: 'required' },
      { field: 'decision', code: 'choice' },
    ];
    expect(troubleOf(400, problem('invalid-fields', { errors }))).toEqual({ kind: 'invalid-fields', errors });
  });

  it('keeps why something cannot be done now', () => {
    expect(troubleOf(409, problem('not-now', { because: 'held' }))).toEqual({ kind: 'not-now', because: 'held' });
  });

  it('keeps what still depends on something', () => {
    expect(troubleOf(409, problem('in-use', { because: 'open-signals' }))).toEqual({
      kind: 'in-use',
      because: 'open-signals',
    });
  });

  it('keeps who has now what was handed over', () => {
    expect(troubleOf(409, problem('handed-over', { owner: 'Welzijn De Linde', takenOver: true }))).toEqual({
      kind: 'handed-over',
      owner: 'Welzijn De Linde',
      takenOver: true,
    });
    expect(troubleOf(409, problem('handed-over'))).toEqual({ kind: 'handed-over' });
  });

  it.each([
    'already-today',
    'changed-meanwhile',
    'not-signed-in',
    'wrong-code',
    'not-allowed',
    'reason-needed',
    'not-found',
  ] as const)('tells %s apart from all others', (code) =>
    expect(troubleOf(PROBLEMS[code].status, problem(code))).toEqual({ kind: code }),
  );

  it('is a fault of ours when it is about something that a person cannot mend', () => {
    for (const code of ['internal-error', 'foreign-origin', 'too-large', 'unreadable-request'] as const)
      expect(troubleOf(PROBLEMS[code].status, problem(code))).toEqual({ kind: 'fault' });
  });
});

describe('an answer without a problem document', () => {
  it('asks to try again when a gateway answered', () => {
    expect(troubleOf(503, undefined)).toEqual({ kind: 'no-connection' });
    expect(troubleOf(429, 'slow down')).toEqual({ kind: 'no-connection' });
  });

  it('ends the session on 401', () => {
    expect(troubleOf(401, null)).toEqual({ kind: 'not-signed-in' });
  });

  it('is a fault otherwise', () => {
    expect(troubleOf(500, { message: 'Internal Server Error' })).toEqual({ kind: 'fault' });
  });
});
