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
import { Select } from '../views/select.tsx';
import { ActForm, required } from './act-form.tsx';
import { optionsOf } from './options.ts';
import type { Entry } from './use-sending.ts';
import { useDraft, useWork } from './work.ts';

type Draft = {
  to?: string | undefined;
  reason?: (typeof HAND_OVER_REASONS)[number];
  neighbourhoodId?: string | undefined;
};
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
  const unknown = signal.neighbourhood === undefined;
  // Where a partner serves but one, the server knows which.
  const choice = (unknown || draft.reason === 'wrong-neighbourhood') && served.length > 1 ? served : [];
  const ours = signal.relation !== 'coordinator';
  const reasons = HAND_OVER_REASONS.filter((one) => one !== 'no-reaction' || !ours);
  return (
    <ActForm act="hand-over" entry={() => entryOf(draft, choice)} submit={handOver.submit}>
      <p class="utrecht-paragraph">{ours ? handOver.explanation : handOver.explanationCoordinator}</p>
      {unknown && (
        <Select
          name="neighbourhoodId"
          label={handOver.neighbourhood}
          all={handOver.unknown}
          options={others.flatMap(({ neighbourhoods }) => neighbourhoods.map(optionOf)).toSorted(byLabel)}
          value={draft.neighbourhoodId}
          onChange={(lies) => change({ neighbourhoodId: lies || undefined, to: servedBy(others, lies) ?? draft.to })}
        />
      )}
      <ChooseOne
        name="to"
        legend={handOver.to}
        options={others.map(({ id, name, neighbourhoods }) => ({
          value: id,
          label: name,
          ...(neighbourhoods.length > 0 && { hint: neighbourhoods.map((one) => one.name).join(', ') }),
        }))}
        value={draft.to}
        onChange={(to) =>
          change({ to, ...(servedBy(others, draft.neighbourhoodId) !== to && { neighbourhoodId: undefined }) })
        }
      />
      {chosen?.phone && (
        <p class="utrecht-paragraph hint">
          <Call name={chosen.name} phone={chosen.phone} />
        </p>
      )}
      <ChooseOne
        name="reason"
        legend={handOver.reason}
        options={optionsOf(reasons, words.handOverReasons)}
        value={draft.reason}
        onChange={(reason) => change({ reason })}
      />
      {choice.length > 0 && !unknown && (
        <ChooseOne
          name="neighbourhoodId"
          legend={handOver.neighbourhood}
          options={choice.map(optionOf)}
          value={draft.neighbourhoodId}
          onChange={(neighbourhoodId) => change({ neighbourhoodId })}
        />
      )}
    </ActForm>
  );
}

type Partners = PartnerList['partners'];
const servedBy = (partners: Partners, neighbourhood: string | undefined): string | undefined =>
  partners.find(({ neighbourhoods }) => neighbourhoods.some(({ id }) => id === neighbourhood))?.id;

const optionOf = ({ id, name }: Neighbourhoods[number]) => ({ value: id, label: name });
const byLabel = (one: { label: string }, other: { label: string }) => one.label.localeCompare(other.label);

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
