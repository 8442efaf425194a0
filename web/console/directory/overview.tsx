import { PageHeading } from '../parts/page-heading.tsx';
import { hrefOf } from '../route.ts';
import { Coverage, WithoutPhone } from './coverage.tsx';
import { useDirectoryTexts, useKnown } from './directory-texts.ts';
import { hrefTo, listOf } from './places.ts';

/** What there is to manage, and how much of it there is. */
export function Overview() {
  const { directory } = useKnown();
  const { title, intro, places, ...texts } = useDirectoryTexts();
  return (
    <>
      <PageHeading title={title}>{title}</PageHeading>
      <p class="utrecht-paragraph">{intro}</p>
      <Coverage findings={directory.findings} linked />
      <WithoutPhone />
      <ul class="rows">
        {(['partners', 'members', 'neighbourhoods', 'routes', 'referrals'] as const).map((list) => (
          <li key={list} class="row">
            <h2 class="row__title">
              <a class="row__link" href={hrefTo(listOf(list))}>
                {places[list].title}
              </a>
            </h2>
            <p class="row__small">{places[list].text}</p>
            {list !== 'routes' && list !== 'referrals' && (
              <p class="row__small">{texts[list].count(directory[list].length)}</p>
            )}
          </li>
        ))}
        <li class="row">
          <h2 class="row__title">
            <a class="row__link" href={hrefOf({ view: 'page', page: 'wording' })}>
              {texts.wording.title}
            </a>
          </h2>
          <p class="row__small">{texts.wording.text}</p>
        </li>
      </ul>
    </>
  );
}
