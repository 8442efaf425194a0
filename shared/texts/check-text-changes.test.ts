import { describe, expect, it } from 'vitest';
import type { TextChange } from '#shared/domain/own-texts.ts';
import { checkedChanges, codesOf, MAX_TEXT_LENGTH } from './check-text-changes.ts';

const wrong = (text: string, path = 'mail.greeting', language: TextChange['language'] = 'nl') =>
  codesOf({ path, language, text });
const LONG = 'Dit is een zin met zo veel woorden dat niemand hem nog in één keer leest.';

describe('a text of the coordinator', () => {
  it('is what ours is: a line with the same places, in sentences that everybody reads', () => {
    expect(wrong('Dag,')).toEqual([]);
    expect(wrong('Kijk {before} even.', 'mail.messages.notify.body.1')).toEqual([]);
    expect(wrong('Kijk even.', 'mail.messages.notify.body.1')).toEqual(['places']);
    expect(wrong('Dag {name},')).toEqual(['places']);
    expect(wrong('Dag\nallemaal,')).toEqual(['one-line']);
    expect(wrong('Dag\u0007,')).toEqual(['unreadable-characters']);
    expect(wrong(' ')).toEqual(['empty']);
    expect(wrong('Dag. '.repeat(MAX_TEXT_LENGTH / 5))).toEqual([]);
    expect(wrong('x'.repeat(MAX_TEXT_LENGTH + 1))).toEqual(['too-long']);
  });

  it('is held to fifteen words a sentence in Dutch, which is the language that the rule is of', () => {
    expect(wrong(LONG)).toEqual(['long-sentence']);
    expect(wrong(`Kort. ${LONG.slice(0, 30)}: ${LONG.slice(30)}`)).toEqual([]);
    expect(wrong(LONG, 'mail.greeting', 'en')).toEqual([]);
  });

  it('is none where we say nothing, or where only a deploy can say it', () => {
    expect(wrong('x', 'mail.greting')).toEqual(['unknown-text']);
    expect(wrong('x', 'mail')).toEqual(['unknown-text']);
    expect(wrong('x', '__proto__')).toEqual(['unknown-text']);
    expect(wrong('Kent u iemand?', 'form.start.heading')).toEqual(['needs-deploy']);
    expect(wrong('Aanmelden', 'console.signIn.title')).toEqual(['needs-deploy']);
  });

  it('may always be put back, also where we no longer say anything', () => {
    expect(codesOf({ path: 'mail.gone', language: 'nl', before: 'x' })).toEqual([]);
  });

  it('is told with every other mistake, by its place, and kept as it reads', () => {
    const changes: TextChange[] = [
      { path: 'mail.greeting', language: 'nl', text: '  Dag\u200b, ' },
      { path: 'mail.open', language: 'nl', text: `{1} ${LONG}` },
      { path: 'mail.gone', language: 'en', text: 'x' },
      { path: 'mail.greeting', language: 'nl', text: 'Hallo,' },
    ];
    const checked = checkedChanges(changes);
    expect(checked.wrong).toEqual([
      { field: 'changes.1.text', code: 'places' },
      { field: 'changes.1.text', code: 'long-sentence' },
      { field: 'changes.2.text', code: 'unknown-text' },
      { field: 'changes.3.text', code: 'twice' },
    ]);
    expect(checked.changes[0]?.text).toBe('Dag,');
  });
});
