import { BarChart } from './bar-chart.tsx';
import { countInWords, inOrder, rowInWords, type Table, type Wording } from './wording.ts';

/** Lists of which most rows are small: those are named together below the table. */
const LONG: ReadonlySet<Table['by']> = new Set(['kind', 'sign', 'ending', 'referral']);
const SEVERAL: ReadonlySet<Table['by']> = new Set(['sign', 'referral']);

/** A table, and the same as a picture beside it. */
export function CountTable({ table, wording }: { table: Table; wording: Wording }) {
  const { figures } = wording;
  const { by } = table;
  const rows = inOrder(table).map((row) => ({ label: rowInWords(by, row, wording), count: row.count }));
  const withheld = rows.some(({ count }) => count === 'not-shown');
  const allSmall = rows.every(({ count }) => count === 'under-5');
  const small = LONG.has(by) ? rows.filter(({ count }) => count === 'under-5') : [];
  const listed = rows.filter((row) => !small.includes(row));
  return (
    <section class="section">
      <h2 class="utrecht-heading-2 section__title">{figures.tables[by]}</h2>
      {withheld ? (
        <p class="utrecht-paragraph">{figures.notShownWhy}</p>
      ) : allSmall ? (
        <p class="utrecht-paragraph hint">{figures.allSmall}</p>
      ) : (
        <>
          {SEVERAL.has(by) && <p class="utrecht-paragraph hint">{figures.severalPossible}</p>}
          <div class="figures__pair">
            <Counts by={by} rows={listed} wording={wording} />
            <BarChart subject={figures.tables[by]} bars={listed} texts={figures} />
          </div>
          {small.length > 0 && (
            <p class="utrecht-paragraph hint">{figures.hidden(small.map(({ label }) => label).join('; '))}</p>
          )}
        </>
      )}
    </section>
  );
}

type CountsProps = {
  by: Table['by'];
  rows: readonly { readonly label: string; readonly count: Table['rows'][number]['count'] }[];
  wording: Wording;
};

export function Counts({ by, rows, wording: { figures } }: CountsProps) {
  if (rows.length === 0) return null;
  return (
    <table class="counts">
      <caption class="counts__caption">{figures.tables[by]}</caption>
      <thead>
        <tr>
          <th scope="col">{figures.columns[by]}</th>
          <th scope="col" class="counts__number">
            {figures.columns.count}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, count }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td class="counts__number">{countInWords(count, figures)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
