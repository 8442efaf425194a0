/** `npm run docs:life` draws `docs/life.md` from the table of acts in `shared/domain/life.ts`. */
import { writeFileSync } from 'node:fs';
import { TRANSITIONS } from '#shared/domain/life.ts';
import { STATUSES } from '#shared/domain/signal.ts';

type Line = {
  readonly name: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly by: readonly string[];
};

const LINES: readonly Line[] = Object.entries(TRANSITIONS).map(([name, line]) => ({ name, ...line }));

/** An act that leads to where it came from, whatever that was, keeps the status. */
const keepsStatus = ({ from, to }: Line): boolean => from.join() === to.join();

/** Both would be drawn from every status: the picture says so once. */
const fromAnywhere = ({ from }: Line): boolean => from.length === STATUSES.length;

/** Mermaid reads a dash as the start of an arrow. */
const idOf = (status: string): string => status.replaceAll('-', '_');
const names = STATUSES.filter((status) => idOf(status) !== status).map(
  (status) => `  state "${status}" as ${idOf(status)}`,
);

function arrows(): string[] {
  const acts = new Map<string, string[]>();
  for (const line of LINES.filter((one) => !fromAnywhere(one)))
    for (const from of line.from)
      for (const to of keepsStatus(line) ? [from] : line.to) {
        const arrow = `${idOf(from)} --> ${to === 'erased' ? '[*]' : idOf(to)}`;
        acts.set(arrow, [...(acts.get(arrow) ?? []), line.name]);
      }
  return [...acts].map(([arrow, names]) => `  ${arrow}: ${names.join(', ')}`);
}

const row = (line: Line): string => {
  const to = keepsStatus(line) ? 'the same' : line.to.join(', ');
  const from = fromAnywhere(line) ? 'any' : line.from.join(', ');
  return `| ${line.name} | ${line.by.join(', ')} | ${from} | ${to} |`;
};

export function drawLife(): string {
  return `# The life of a signal

Drawn by \`npm run docs:life\` from the table in \`shared/domain/life.ts\`; a test fails when the two differ. Change the table, not this page.

\`\`\`mermaid
stateDiagram-v2
${names.join('\n')}
  [*] --> received: submit
${arrows().join('\n')}
\`\`\`

From every status: ${LINES.filter(fromAnywhere)
    .map(({ name, by }) => `${name} (${by.join(', ')})`)
    .join('; ')}. What is erased is no signal any more: an erasure record holds its place for a while.

| act | by | from | to |
|---|---|---|---|
${LINES.map(row).join('\n')}

These rules ride on top of the table:

- *check-registers* adds what the registers say, and closes only where the municipality wants that (docs/adr/0010); only while nobody has acted.
- *free-plan* and *pass-to-desk* follow when a visitor or a partner is taken out of the directory; *request* when a resident asks for something.
- *release* and *dismiss* are for a signal that is held, on suspicion of abuse; while it is held there is no *triage* and no *hand-over*.
- After every third failed attempt the coordinator chooses how to go on: until then *plan*, *attempt*, *hand-over* and *close* are theirs alone.
- *attempt* is the coordinator's only then: for the letter that is left to choose.
- *all-clear* says that danger is handled, and only while danger that somebody saw stands.
- *consent* follows on an answer of the resident (keep, or still thinking), and closes the signal when they refuse after all.
- What ended because the resident objected is not opened again, and no *consent* follows on it.
- *inform* records later how the resident heard of the signal, once, and only while they still have to be told.
- *answer* is for a request of the resident that is still open.
- *contact* erases the signal when the resident wants all of it gone.
- Nobody acts on a signal from the moment it expires, nor on one that somebody else acted on since they looked. An *alarm* and an erasure stand all the same, whatever a colleague did meanwhile.
`;
}

if (import.meta.main) writeFileSync(new URL('life.md', import.meta.url), drawLife());
