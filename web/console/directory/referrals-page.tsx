import type { ReferralList } from '#shared/contracts/referrals.ts';
import { call } from '../api/client.ts';
import { ButtonLink } from '../parts/button.tsx';
import { Loading } from '../parts/loading.tsx';
import { NotLoaded, Stale } from '../parts/not-loaded.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { useShell } from '../shell.ts';
import { useLoaded } from '../use-loaded.ts';
import { Back } from './back.tsx';
import { useDirectoryTexts } from './directory-texts.ts';
import { hrefTo, type Place, placeAt } from './places.ts';
import { ReferralForm } from './referral-form.tsx';

/** Help that residents can be pointed to: the list, and a form for one line of it. */
export function ReferralsPage() {
  const { route } = useShell();
  const { places } = useDirectoryTexts();
  const { state, retry } = useLoaded('referrals', () => call('GET /v1/console/referrals', {}));
  const place = placeAt(route.view === 'page' ? route.part : undefined);
  const { title } = places.referrals;
  if (state.kind !== 'ready')
    return (
      <>
        <PageHeading title={title}>{title}</PageHeading>
        {state.kind === 'loading' ? <Loading /> : <NotLoaded trouble={state.trouble} onRetry={retry} />}
      </>
    );
  return (
    <>
      {state.stale && <Stale at={state.at} onRetry={retry} />}
      <Part place={place} list={state.value} />
    </>
  );
}

function Part({ place, list }: { place: Place; list: ReferralList }) {
  if (place.at === 'new') return <ReferralForm list={list} />;
  const index = place.at === 'one' ? Number(place.id) : -1;
  return list.referrals[index] ? <ReferralForm key={index} list={list} index={index} /> : <Lines list={list} />;
}

function Lines({ list: { referrals } }: { list: ReferralList }) {
  const { words } = useShell().texts;
  const { title, places, referrals: texts } = useDirectoryTexts();
  return (
    <>
      <Back to={{ at: 'overview' }}>{title}</Back>
      <PageHeading title={places.referrals.title}>{places.referrals.title}</PageHeading>
      <p class="utrecht-paragraph">{texts.intro}</p>
      <div class="actions">
        <ButtonLink weight="primary-action" href={hrefTo({ at: 'new', thing: 'referral' })}>
          {texts.add}
        </ButtonLink>
      </div>
      {referrals.length === 0 && <p class="utrecht-paragraph">{texts.none}</p>}
      <ul class="rows">
        {referrals.map(({ kind, name, phone, url }, index) => (
          <li key={`${name} ${phone} ${url}`} class="row">
            <h2 class="row__title">
              <a class="row__link" href={hrefTo({ at: 'one', thing: 'referral', id: String(index) })}>
                {name}
              </a>
            </h2>
            <p class="row__small">{words.referrals[kind]}</p>
            {phone && <p class="row__small">{phone}</p>}
            {url && <p class="row__small directory__address">{url}</p>}
          </li>
        ))}
      </ul>
    </>
  );
}
