import { ButtonLink } from '../parts/button.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { Back } from './back.tsx';
import { useDirectoryTexts, useKnown } from './directory-texts.ts';
import { hrefTo } from './places.ts';

export function NeighbourhoodList() {
  const { partners, neighbourhoods } = useKnown().directory;
  const { title, neighbourhoods: texts } = useDirectoryTexts();
  return (
    <>
      <Back to={{ at: 'overview' }}>{title}</Back>
      <PageHeading title={texts.title}>{texts.title}</PageHeading>
      <div class="actions">
        <ButtonLink weight="primary-action" href={hrefTo({ at: 'new', thing: 'neighbourhood' })}>
          {texts.add}
        </ButtonLink>
      </div>
      {neighbourhoods.length === 0 && <p class="utrecht-paragraph">{texts.none}</p>}
      <ul class="rows">
        {neighbourhoods.map(({ id, name, partnerId }) => (
          <li key={id} class="row">
            <h2 class="row__title">
              <a class="row__link" href={hrefTo({ at: 'one', thing: 'neighbourhood', id })}>
                {name}
              </a>
            </h2>
            <p class="row__small">{partners.find((one) => one.id === partnerId)?.name ?? texts.byDesk}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
