import type { DirectoryView } from '#shared/contracts/directory.ts';
import { call } from '../api/client.ts';
import { Loading } from '../parts/loading.tsx';
import { NotLoaded, Stale } from '../parts/not-loaded.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { useShell } from '../shell.ts';
import { useLoaded } from '../use-loaded.ts';
import { UnknownScreen } from '../views/unknown-screen.tsx';
import { Back } from './back.tsx';
import { KnownProvider, useDirectoryTexts } from './directory-texts.ts';
import { HolidayForm } from './holiday-form.tsx';
import { MemberForm } from './member-form.tsx';
import { MemberList } from './member-list.tsx';
import { NeighbourhoodForm } from './neighbourhood-form.tsx';
import { NeighbourhoodList } from './neighbourhood-list.tsx';
import { Overview } from './overview.tsx';
import { PartnerForm } from './partner-form.tsx';
import { PartnerList } from './partner-list.tsx';
import { PartnerPage } from './partner-page.tsx';
import { hrefTo, listOf, type Place, placeAt } from './places.ts';
import { ReferralsPage } from './referrals-page.tsx';
import { RemoveMember } from './remove-member.tsx';
import { RemoveNeighbourhood } from './remove-neighbourhood.tsx';
import { RemovePartner } from './remove-partner.tsx';
import { RoutesPage } from './routes-page.tsx';

/** Everything that a coordinator arranges without an operator: partners, people, neighbourhoods. */
export function DirectoryPage() {
  const { route } = useShell();
  const { title } = useDirectoryTexts();
  const { state, retry, reload } = useLoaded('directory', () => call('GET /v1/console/directory', {}));
  const place = placeAt(route.view === 'page' ? route.part : undefined);

  if (state.kind !== 'ready')
    return (
      <>
        <PageHeading title={title}>{title}</PageHeading>
        {state.kind === 'loading' ? <Loading /> : <NotLoaded trouble={state.trouble} onRetry={retry} />}
      </>
    );
  return (
    <KnownProvider value={{ directory: state.value, reload }}>
      {state.stale && <Stale at={state.at} onRetry={retry} />}
      <Part key={hrefTo(place)} place={place} directory={state.value} />
    </KnownProvider>
  );
}

const LISTS = {
  partners: PartnerList,
  members: MemberList,
  neighbourhoods: NeighbourhoodList,
  routes: RoutesPage,
  referrals: ReferralsPage,
};
const FORMS = { partner: PartnerForm, member: MemberForm, neighbourhood: NeighbourhoodForm, referral: ReferralsPage };

function Part({ place, directory }: { place: Place; directory: DirectoryView }) {
  switch (place.at) {
    case 'overview':
      return <Overview />;
    case 'unknown':
      return <Unknown />;
    case 'list': {
      const List = LISTS[place.list];
      return <List />;
    }
    case 'new': {
      const Form = FORMS[place.thing];
      return <Form />;
    }
    case 'one':
      return <One place={place} directory={directory} />;
  }
}

function Unknown() {
  const { title } = useDirectoryTexts();
  return <UnknownScreen what="page" nearest={{ href: hrefTo({ at: 'overview' }), name: title }} />;
}

type OneProps = { place: Extract<Place, { readonly at: 'one' }>; directory: DirectoryView };

function One({ place: { thing, id, doing }, directory }: OneProps) {
  switch (thing) {
    case 'partner': {
      const partner = directory.partners.find((one) => one.id === id);
      if (!partner) return <Gone thing={thing} />;
      if (doing === 'change') return <PartnerForm partner={partner} />;
      if (doing === 'holiday') return <HolidayForm partner={partner} />;
      return doing === 'remove' ? <RemovePartner partner={partner} /> : <PartnerPage partner={partner} />;
    }
    case 'member': {
      const member = directory.members.find((one) => one.id === id);
      if (!member) return <Gone thing={thing} />;
      return doing === 'remove' ? <RemoveMember member={member} /> : <MemberForm member={member} />;
    }
    case 'neighbourhood': {
      const neighbourhood = directory.neighbourhoods.find((one) => one.id === id);
      if (!neighbourhood) return <Gone thing={thing} />;
      if (doing === 'remove') return <RemoveNeighbourhood neighbourhood={neighbourhood} />;
      return <NeighbourhoodForm neighbourhood={neighbourhood} />;
    }
    case 'referral':
      return <ReferralsPage />;
  }
}

function Gone({ thing }: { thing: OneProps['place']['thing'] }) {
  const { title, gone, places } = useDirectoryTexts();
  return (
    <>
      <Back to={listOf(`${thing}s`)}>{places[`${thing}s`].title}</Back>
      <PageHeading title={title}>{title}</PageHeading>
      <p class="utrecht-paragraph">{gone}</p>
    </>
  );
}
