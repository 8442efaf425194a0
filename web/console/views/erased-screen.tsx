import { useEffect } from 'preact/hooks';
import type { ErasureReceipt, SignalView } from '#shared/contracts/console.ts';
import { VisitOff } from '../acts/visit-off.tsx';
import { ButtonLink } from '../parts/button.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { hrefOf } from '../route.ts';
import { useTexts } from '../shell.ts';

type Props = {
  receipt: ErasureReceipt;
  /** As it was. */
  signal: SignalView | undefined;
};

/** The proof, shown once: nobody can look it up again, so the browser asks before it is left by accident. */
export function ErasedScreen({ receipt: { proofCode, signals, askedElsewhere }, signal }: Props) {
  const { erased } = useTexts();
  useEffect(() => {
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', hold);
    return () => removeEventListener('beforeunload', hold);
  }, []);
  return (
    <>
      <PageHeading title={erased.title}>{erased.title}</PageHeading>
      <p class="utrecht-paragraph">{erased.write}</p>
      <p class="proof">
        <span class="proof__label">{erased.label}</span>
        <strong class="proof__code">{proofCode}</strong>
      </p>
      <p class="utrecht-paragraph">{erased.once}</p>
      {signals > 1 && <p class="utrecht-paragraph">{erased.count(signals)}</p>}
      <p class="utrecht-paragraph">{erased.paper}</p>
      {askedElsewhere && <p class="utrecht-paragraph">{erased.elsewhere}</p>}
      {signal && <VisitOff signal={signal} />}
      <ButtonLink href={hrefOf({ view: 'list', which: 'open' })} weight="primary-action" big>
        {erased.done}
      </ButtonLink>
    </>
  );
}
