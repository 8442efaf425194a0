import { type LetterCode, letterCodeFromBytes, type SignalId } from '#shared/domain/ids.ts';
import { inFours } from '#shared/domain/in-fours.ts';
import * as words from '#shared/domain/words.ts';
import { anEvent, aPost } from '../support/http.ts';
import type { Dice } from './dice.ts';
import type { Ask } from './people.ts';
import { days, hours, minutes, type Timeline } from './timeline.ts';

const ROUTE = 'POST /v1/resident-requests';

/** Residents who have the letter, and now and then ask something with its code. */
export function residentsOf({
  line,
  dice,
  ask,
  codeOf,
  wrong,
  asked,
}: {
  readonly line: Timeline;
  readonly dice: Dice;
  readonly ask: Ask;
  /** What stands on the letter about this signal. */
  readonly codeOf: (id: SignalId) => Promise<LetterCode>;
  readonly wrong: (id: string, why: string) => void;
  /** A resident heard that what they asked was taken. */
  readonly asked: (id: string, wish: string) => void;
}) {
  const post = async (id: string, code: LetterCode, wish: string, tries: number): Promise<void> => {
    const contact = dice.chance(0.5) ? { contact: `Kanarie bewoner 0687${dice.between(100_000, 999_999)}` } : {};
    const typed = { code: inFours(code), wish, ...contact };
    const onPage = dice.chance(0.4);
    const response = await ask(ROUTE, onPage ? fromPage(typed) : aPost(ROUTE, typed));
    if (response === 'no answer' || response.statusCode === 500) {
      if (tries < 6) line.after(dice.wait(hours(3)), () => void post(id, code, wish, tries + 1));
      return;
    }
    // The same for every code that can be one, whatever lies behind it.
    if (response.statusCode !== (onPage ? 200 : 204))
      return wrong(id, `a resident was answered ${response.statusCode}: ${response.body}`);
    asked(id, wish);
  };

  const askSomething = async (id: SignalId): Promise<void> => {
    const code = await codeOf(id);
    const wish = dice.oneOf(words.REQUEST_WISHES);
    await post(id, code, wish, 0);
    // They press twice, ask again next week, or think of something else.
    if (dice.chance(0.1)) line.after(dice.between(0, 800), () => void post(id, code, wish, 0));
    if (dice.chance(0.3))
      line.after(dice.wait(days(7)), () => void post(id, code, dice.oneOf(words.REQUEST_WISHES), 0));
  };

  return {
    /** The letter lies on their mat, or in their hand. */
    gotLetter(id: SignalId): void {
      if (dice.chance(0.2)) line.after(dice.wait(days(6)), () => void askSomething(id));
    },
    /** Somebody tries a code that is no letter's. */
    guess(): void {
      const code = letterCodeFromBytes(Uint8Array.from({ length: 7 }, () => dice.between(0, 255)));
      line.after(dice.wait(minutes(5)), () => void post('-', code, dice.oneOf(words.REQUEST_WISHES), 0));
    },
  };
}

const fromPage = (typed: Readonly<Record<string, string>>) =>
  anEvent(ROUTE, {
    body: new URLSearchParams(typed).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
