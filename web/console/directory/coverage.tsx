import type { Findings } from '#shared/contracts/postcode-routes.ts';
import { withoutPhone } from '#shared/domain/coverage.ts';
import { Alert } from '../parts/alert.tsx';
import { useDirectoryTexts, useKnown } from './directory-texts.ts';
import { hrefTo, listOf } from './places.ts';

type Kind = Findings[number]['kind'];
/** Where it is put right. */
const MENDED_AT = {
  'no-partner': 'neighbourhoods',
  'no-postcodes': 'routes',
  'nobody-at-weekends': 'partners',
  'no-backup': 'partners',
  'route-to-nowhere': 'routes',
} as const satisfies Record<Kind, string>;

type Props = {
  findings: Findings;
  /** Not in the middle of a form: a link leads away from what is typed there. */
  linked?: boolean;
};

/** Who or what is missing, so that a signal would end up where nobody meant it to. */
export function Coverage({ findings, linked = false }: Props) {
  const { coverage } = useDirectoryTexts();
  const lines = useLines(findings);
  if (findings.length === 0)
    return (
      <Alert kind="ok">
        <p class="utrecht-paragraph">{coverage.fine}</p>
      </Alert>
    );
  return (
    <Alert kind="warning">
      <h2 class="utrecht-heading-3">{coverage.title}</h2>
      <ul class="utrecht-unordered-list several">
        {lines.map(({ kind, text }) => (
          <li key={text} class="utrecht-unordered-list__item">
            {linked ? (
              <a class="utrecht-link utrecht-link--html-a" href={hrefTo(listOf(MENDED_AT[kind]))}>
                {text}
              </a>
            ) : (
              text
            )}
          </li>
        ))}
      </ul>
    </Alert>
  );
}

/** A remark: nothing fails without a number, but whoever should call cannot. */
export function WithoutPhone() {
  const { directory } = useKnown();
  const { coverage } = useDirectoryTexts();
  const partners = withoutPhone(directory.partners);
  if (partners.length === 0) return null;
  return (
    <Alert kind="info">
      <p class="utrecht-paragraph">{coverage.noPhone}</p>
      <ul class="utrecht-unordered-list several">
        {partners.map(({ id, name }) => (
          <li key={id} class="utrecht-unordered-list__item">
            <a
              class="utrecht-link utrecht-link--html-a"
              href={hrefTo({ at: 'one', thing: 'partner', id, doing: 'change' })}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </Alert>
  );
}

/** A line for each; one for all neighbourhoods whose mail waits until Monday, since one partner often serves several. */
function useLines(findings: Findings): readonly { readonly kind: Kind; readonly text: string }[] {
  const { coverage } = useDirectoryTexts();
  const quiet = findings.filter(({ kind }) => kind === 'nobody-at-weekends');
  const single = quiet.length > 1 ? findings.filter(({ kind }) => kind !== 'nobody-at-weekends') : findings;
  return [
    ...single.map(({ kind, about }) => ({ kind, text: coverage.findings[kind](about) })),
    ...(quiet.length > 1
      ? [
          {
            kind: 'nobody-at-weekends' as const,
            text: coverage.quiet(quiet.length, quiet.map(({ about }) => about).join(', ')),
          },
        ]
      : []),
  ];
}
