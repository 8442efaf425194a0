import type { LetterTexts } from '#shared/texts/console-letter-texts.ts';
import { LETTER_TOWN } from './letter-town.ts';

const CARDS = [1, 2, 3, 4];

/** Four to an A4, to be cut. Whoever finds one learns that somebody came by, and nothing of why: not even the name of the service. */
export const CardSheet = ({ texts: { card }, partner }: { texts: LetterTexts; partner: string }) => (
  <div class="door-cards">
    {CARDS.map((number) => (
      <article key={number} class="door-card" aria-hidden={number > 1 ? 'true' : undefined}>
        <h2>{card.heading}</h2>
        <p>{card.text}</p>
        <p class="door-card__phone">{LETTER_TOWN.phone}</p>
        <p>{card.call(partner)}</p>
        <p class="door-card__line">{card.day}</p>
        <p class="door-card__line">{card.name}</p>
      </article>
    ))}
  </div>
);
