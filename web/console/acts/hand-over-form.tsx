import type { PartnerList } from '#shared/contracts/console.ts';
import { DESK } from '#shared/domain/ids.ts';
import { HAND_OVER_REASONS } from '#shared/domain/words.ts';
import { call } from '../api/client.ts';
import { Call } from '../parts/call.tsx';
import { ChooseOne } from '../parts/choice-list.tsx';
import { Loading } from '../parts/loading.tsx';
import { NotLoaded } from '../parts/not-loaded.tsx';
import { useShell } from '../shell.ts';
import { useLoaded } from '../use-loaded.ts';
import { ActForm, required } from './act-form.tsx';
import { optionsOf } from './options.ts';
import type { Entry } from './use-sending.ts';
import { useDraft, useWork } from './work.ts';

type Draft = { to?: string; reason?: (typeof HAND_OVER_REASONS)[number]; neighbourhoodId?: string };
type Neighbourhoods = PartnerList['partners'][number]['neighbourhoods'];

export function HandOverForm() {
  const { state, retry } = useLoaded('partners', () => call('GET /v1/console/partners', {}));
  switch (state.kind) {
    case 'loading':
      return <Loading />;
    case 'failed':
      return <NotLoaded trouble={state.trouble} onRetry={retry} />;
    case 'ready':
      return <Fields partners={state.value.partners} />;
  }
}

function Fields({ partners }: PartnerList) {
  const { texts } = useShell();
  const { handOver, words } = texts;
  const { signal } = useWork();
  const [draft, change] = useDraft<Draft>('hand-over', {});
  // The list of partners does not say who owns this signal; its name does.
  const others = partners.filter(({ name }) => name !== signal.ownerName);
  const chosen = others.find(({ id }) => id === draft.to);
  // The desk is whom one asks who does not know which.
  const served = (chosen?.id !== DESK && chosen?.neighbourhoods) || [];
  const unsure = signal.neighbourhood === undefined || draft.reason === 'wrong-neighbourhood';
  // Where a partner serves but one, the server knows which.
  const choice = unsure && served.length > 1 ? served : [];
  return (
    <ActForm act="hand-over" entry={() => entryOf(draft, choice)} submit={handOver.submit}>
      <p class="utrecht-paragraph">{handOver.explanation}</p>
      <ChooseOne
        name="to"
        legend={handOver.to}
        options={others.map(({ id, name }) => ({ value: id, label: name }))}
        value={draft.to}
        onChange={(to) => change({ to })}
      />
      {chosen?.phone && (
        <p class="utrecht-paragraph hint">
          <Call name={chosen.name} phone={chosen.phone} />
        </p>
      )}
      <ChooseOne
        name="reason"
        legend={handOver.reason}
        options={optionsOf(HAND_OVER_REASONS, words.handOverReasons)}
        value={draft.reason}
        onChange={(reason) => change({ reason })}
      />
      {choice.length > 0 && (
        <ChooseOne
          name="neighbourhoodId"
          legend={handOver.neighbourhood}
          options={choice.map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.neighbourhoodId}
          onChange={(neighbourhoodId) => change({ neighbourhoodId })}
        />
      )}
    </ActForm>
  );
}

function entryOf({ to, reason, neighbourhoodId }: Draft, choice: Neighbourhoods): Entry<'hand-over'> {
  const chosen = choice.find(({ id }) => id === neighbourhoodId);
  const missing = [
    ...(to ? [] : [required('to')]),
    ...(reason ? [] : [required('reason')]),
    ...(choice.length === 0 || chosen ? [] : [required('neighbourhoodId')]),
  ];
  if (missing.length > 0 || !to || !reason) return { missing };
  return { body: { to, reason, ...(chosen && { neighbourhoodId: chosen.id }) } };
}
