import { useState } from 'preact/hooks';
import type { PartnerList } from '#shared/contracts/console.ts';
import { parseSignalId } from '#shared/domain/ids.ts';
import { call } from '../api/client.ts';
import { type ListFilter, SHOWN } from '../list-filter.ts';
import { Alert } from '../parts/alert.tsx';
import { Button } from '../parts/button.tsx';
import { ErrorsProvider, fieldId } from '../parts/errors.ts';
import { TextField } from '../parts/text-field.tsx';
import { hrefOf } from '../route.ts';
import { useShell, useTexts } from '../shell.ts';
import { useLoaded } from '../use-loaded.ts';
import { HandOverAll } from './hand-over-all.tsx';
import { Select } from './select.tsx';

type Props = { which: 'open' | 'closed'; filter: ListFilter; onChanged: () => void };

const WIDE = matchMedia('(width >= 40rem)');

/** Folded away for who has a signal a month; open where there is room, for who has the whole municipality, and after asking for something. */
export function NarrowList({ which, filter, onChanged }: Props) {
  const { texts, session } = useShell();
  const role = session?.member.role;
  const chosen = filter.show ?? filter.partner ?? filter.neighbourhood;
  return (
    <details class="narrow" open={chosen !== undefined || (role === 'coordinator' && WIDE.matches)}>
      <summary class="narrow__summary">{texts.narrow.title}</summary>
      <div class="narrow__fields">
        {which === 'open' && <Show filter={filter} />}
        {role === 'coordinator' && <Where which={which} filter={filter} onChanged={onChanged} />}
        <FindSignal />
      </div>
    </details>
  );
}

function Show({ filter }: { filter: ListFilter }) {
  const { narrow } = useTexts();
  return (
    <Select
      name="show"
      label={narrow.show}
      all={narrow.filters.all}
      options={SHOWN.map((show) => ({ value: show, label: narrow.filters[show] }))}
      value={filter.show}
      onChange={(value) => {
        const { show: _before, ...rest } = filter;
        const show = SHOWN.find((name) => name === value);
        ask('open', { ...rest, ...(show && { show }) });
      }}
    />
  );
}

function Where({ which, filter, onChanged }: Props) {
  const { state } = useLoaded('partners', () => call('GET /v1/console/partners', {}));
  const { narrow } = useTexts();
  // Without the names the list itself still works.
  const partners: PartnerList['partners'] = state.kind === 'ready' ? state.value.partners : [];
  const neighbourhoods = partners.flatMap((partner) => partner.neighbourhoods);
  const { partner: _partner, neighbourhood: _neighbourhood, ...rest } = filter;
  const { partner, neighbourhood } = filter;
  const known = (id: string | undefined, among: readonly { readonly id: string }[]) =>
    id === undefined || among.some((one) => one.id === id);
  const unknown = state.kind === 'ready' && !(known(partner, partners) && known(neighbourhood, neighbourhoods));
  return (
    <>
      <Select
        name="partner"
        label={narrow.partner}
        all={narrow.anyPartner}
        options={partners.map(({ id, name }) => ({ value: id, label: name }))}
        value={partner}
        onChange={(value) =>
          ask(which, { ...rest, ...(neighbourhood && { neighbourhood }), ...(value && { partner: value }) })
        }
      />
      <Select
        name="neighbourhood"
        label={narrow.neighbourhood}
        all={narrow.anyNeighbourhood}
        options={neighbourhoods
          .map(({ id, name }) => ({ value: id, label: name }))
          .sort((one, other) => one.label.localeCompare(other.label))}
        value={neighbourhood}
        onChange={(value) =>
          ask(which, { ...rest, ...(partner && { partner }), ...(value && { neighbourhood: value }) })
        }
      />
      {unknown && (
        <div class="narrow__find">
          <Alert kind="warning">
            <p class="utrecht-paragraph">{narrow.unknown}</p>
          </Alert>
        </div>
      )}
      {which === 'open' && partner !== undefined && !unknown && partners.length > 0 && (
        <div class="narrow__find">
          <HandOverAll key={partner} from={partner} partners={partners} onDone={onChanged} />
        </div>
      )}
    </>
  );
}

const ask = (which: 'open' | 'closed', filter: ListFilter): void => {
  location.hash = hrefOf({ view: 'list', which, ...(Object.keys(filter).length > 0 && { filter }) });
};

/** The number as it is read out over the phone: with dashes or without, in any case. */
function FindSignal() {
  const { go, texts } = useShell();
  const { narrow } = texts;
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const find = (event: Event) => {
    event.preventDefault();
    const id = parseSignalId(typed);
    setWrong(!id);
    if (id) return go({ view: 'signal', id });
    document.getElementById(fieldId('reference'))?.focus();
  };
  return (
    <ErrorsProvider value={wrong ? [{ field: 'reference', code: 'reference' }] : []}>
      <form class="narrow__find" onSubmit={find} noValidate>
        <TextField
          name="reference"
          label={narrow.reference}
          hint={narrow.referenceHint}
          value={typed}
          onChange={setTyped}
          input={{ autocomplete: 'off', autocapitalize: 'characters', spellcheck: false, enterkeyhint: 'go' }}
        />
        <Button submit weight="secondary-action">
          {narrow.find}
        </Button>
      </form>
    </ErrorsProvider>
  );
}
