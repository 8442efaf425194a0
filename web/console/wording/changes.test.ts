import { describe, expect, it } from 'vitest';
import { atFields, changesOf, fieldOfSentence, mistakesIn } from './changes.ts';

const SENTENCES = [
  { path: 'mail.greeting', standard: 'Beste collega,' },
  { path: 'mail.open', standard: 'Bekijk het signaal', own: 'Kijk' },
  { path: 'mail.reference', standard: 'Nummer van het signaal' },
];
const changes = (typed: Readonly<Record<string, string>>) => changesOf(SENTENCES, 'nl', typed);

describe('what was typed', () => {
  it('is a change where it differs from what is said, blanks aside', () => {
    expect(
      changes({ 'mail.greeting': ' Dag, ', 'mail.open': 'Open', 'mail.reference': 'Nummer van het signaal ' }),
    ).toEqual([
      { path: 'mail.greeting', language: 'nl', text: ' Dag, ' },
      { path: 'mail.open', language: 'nl', before: 'Kijk', text: 'Open' },
    ]);
  });

  it('puts the standard text back where it is that', () => {
    expect(changes({ 'mail.open': 'Bekijk het signaal', 'mail.greeting': 'Beste collega,' })).toEqual([
      { path: 'mail.open', language: 'nl', before: 'Kijk' },
    ]);
  });

  it('is wrong at its own field, once', () => {
    const wrong = changes({ 'mail.greeting': `{1}${' woord'.repeat(16)}`, 'mail.reference': '' });
    expect(mistakesIn(SENTENCES, wrong)).toEqual([
      { field: 'sentence-0', code: 'places' },
      { field: 'sentence-2', code: 'empty' },
    ]);
  });

  it('is told at its own field what the server says, and what is about all of them as it is', () => {
    const sent = changes({ 'mail.open': 'Open' });
    const errors = [{ field: 'changes.0.text', code: 'unknown-text' }];
    expect(atFields(SENTENCES, sent, errors)).toEqual([
      { field: fieldOfSentence(SENTENCES, 'mail.open'), code: 'unknown-text' },
    ]);
    expect(atFields(SENTENCES, sent, [{ field: 'changes', code: 'too-many' }])).toEqual([
      { field: 'changes', code: 'too-many' },
    ]);
  });
});
