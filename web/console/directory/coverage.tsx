import type { Findings } from '#shared/contracts/postcode-routes.ts';
import { Alert } from '../parts/alert.tsx';
import { Several } from '../parts/facts.tsx';
import { useDirectoryTexts } from './directory-texts.ts';

/** Who or what is missing, so that a signal would end up where nobody meant it to. */
export function Coverage({ findings }: { findings: Findings }) {
  const { coverage } = useDirectoryTexts();
  if (findings.length === 0)
    return (
      <Alert kind="ok">
        <p class="utrecht-paragraph">{coverage.fine}</p>
      </Alert>
    );
  return (
    <Alert kind="warning">
      <h2 class="utrecht-heading-3">{coverage.title}</h2>
      <Several texts={findings.map(({ kind, about }) => coverage.findings[kind](about))} />
    </Alert>
  );
}
