import type { SystemStatusView } from '#shared/contracts/system-status.ts';
import type { StatusTexts } from '#shared/texts/console-status-texts.ts';
import { useInDays } from '../in-days.ts';
import { CallEach } from '../parts/call.tsx';
import { Icon } from '../parts/icon.tsx';
import { Tag } from '../parts/tag.tsx';
import { hrefOf } from '../route.ts';
import { useShell } from '../shell.ts';
import { momentInWords } from '../time-in-words.ts';
import { useNow } from '../use-now.ts';
import { WHERE_TO } from './where-to.ts';

type Line = SystemStatusView['lines'][number];
type Props = { line: Line; phones: SystemStatusView['phones']; texts: StatusTexts };

/** Lines that name who should be called. */
const CALLS: ReadonlySet<Line['line']> = new Set(['mail', 'practice']);

/** What it is, how it is, and, when it is not as it should be, what to do. Colour only adds to the words. */
export function StatusLine({ line, phones, texts }: Props) {
  const { language } = useShell();
  const now = useNow();
  const inDays = useInDays();
  const { line: name, verdict, at, count = 0, orMore, names = [] } = line;
  const said = texts.lines[name];
  const given = {
    when: at ? momentInWords(at, { language, now }) : texts.verdicts.unknown.toLowerCase(),
    count: orMore ? texts.orMore(count) : String(count),
    names: names.join(', '),
  };
  const { page, runbook } = WHERE_TO[name];
  const headings = (name === 'alarms' ? names : runbook ? [runbook] : []).map((one) => `docs/runbook.md#${one}`);
  return (
    <li class={`row${verdict === 'attention' ? ' row--late' : ''}`}>
      <h2 class="row__title">{said.title}</h2>
      {verdict === 'attention' ? (
        <p class="due due--late">
          <Icon name="late" />
          <span>{texts.verdicts.attention}</span>
        </p>
      ) : (
        <p class="tags">
          <Tag icon={verdict === 'fine' ? 'done' : 'clock'}>{texts.verdicts[verdict]}</Tag>
        </p>
      )}
      <p class="utrecht-paragraph">
        {verdict === 'unknown' ? inDays(said.unknown, 'erasureRecord') : said[verdict](given)}
      </p>
      <p class="row__small">{said.means}</p>
      {verdict === 'attention' && (
        <>
          <p class="utrecht-paragraph">
            {said.todo}{' '}
            {page && (
              <a class="utrecht-link utrecht-link--html-a" href={hrefTo(page)}>
                {texts.go[page]}
              </a>
            )}
          </p>
          {CALLS.has(name) && <CallEach names={names} phones={phones} />}
          {headings.length > 0 && <p class="row__small status-line__runbook">{texts.runbook(headings.join(', '))}</p>}
        </>
      )}
    </li>
  );
}

const hrefTo = (page: 'directory' | 'practice' | 'signals'): string =>
  page === 'signals'
    ? hrefOf({ view: 'list', which: 'open', filter: { show: 'late' } })
    : hrefOf({ view: 'page', page });
