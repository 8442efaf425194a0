import { useId } from 'preact/hooks';
import type { FiguresTexts } from '#shared/texts/console-figures-texts.ts';
import { type Count, countInWords } from './wording.ts';

export type Bar = { readonly label: string; readonly count: Count };
type Props = { subject: string; bars: readonly Bar[]; texts: FiguresTexts };

const WIDTH = 320;
const NUMBER_WIDTH = 36;
const BAR_HEIGHT = 16;
const LINE = 18;
const GAP = 10;
/** As many characters as fit on a line of the picture. */
const LINE_LENGTH = 42;

/** Bars with their names and numbers in words beside them: nothing is told by colour alone, and the table beside it says the same. */
export function BarChart({ subject, bars, texts }: Props) {
  const id = useId();
  const drawn = bars.filter((bar): bar is Bar & { count: number } => typeof bar.count === 'number');
  if (drawn.length === 0) return null;
  const most = Math.max(...drawn.map(({ count }) => count));
  const largest = drawn.find(({ count }) => count === most);
  let top = 0;
  const placed = drawn.map((bar) => {
    const lines = wrapped(bar.label);
    const at = top;
    top += lines.length * LINE + BAR_HEIGHT + GAP;
    return { ...bar, lines, at, barAt: at + lines.length * LINE };
  });
  return (
    <svg
      class="chart"
      viewBox={`0 0 ${WIDTH} ${top}`}
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-desc`}
    >
      <title id={`${id}-title`}>{texts.chart(subject)}</title>
      <desc id={`${id}-desc`}>{texts.chartSays(largest?.label ?? '', String(most))}</desc>
      {placed.map(({ label, count, lines, at, barAt }) => {
        const width = ((WIDTH - NUMBER_WIDTH) * count) / most;
        return (
          <g key={label}>
            {lines.map((line, index) => (
              <text key={line} class="chart__label" x="0" y={at + index * LINE + 13}>
                {line}
              </text>
            ))}
            <rect class="chart__bar" x="0.5" y={barAt + 0.5} width={width} height={BAR_HEIGHT - 1} />
            <text class="chart__count" x={width + 6} y={barAt + 13}>
              {countInWords(count, texts)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** Text in a picture does not break by itself. */
function wrapped(label: string): string[] {
  const lines: string[] = [];
  for (const word of label.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < LINE_LENGTH) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
