import { useState } from 'preact/hooks';
import { READ_REASONS } from '#shared/domain/words.ts';
import { optionsOf } from '../acts/options.ts';
import type { FieldError } from '../api/trouble.ts';
import { Button, ButtonLink } from '../parts/button.tsx';
import { ChooseOne } from '../parts/choice-list.tsx';
import { ErrorSummary } from '../parts/error-summary.tsx';
import { ErrorsProvider } from '../parts/errors.ts';
import { PageHeading } from '../parts/page-heading.tsx';
import { hrefOf } from '../route.ts';
import { useTexts } from '../shell.ts';

type ReadReason = (typeof READ_REASONS)[number];

/** A coordinator who opens what is somebody else's says why; it is written down. */
export function ReasonForm({ onReason }: { onReason: (reason: ReadReason) => void }) {
  const { reading, words } = useTexts();
  const [reason, setReason] = useState<ReadReason>();
  const [refusal, setRefusal] = useState<readonly FieldError[]>([]);
  const errors = reason ? [] : refusal;
  const submit = (event: Event) => {
    event.preventDefault();
    if (reason) onReason(reason);
    else setRefusal([{ field: 'readReason', code: 'required' }]);
  };
  return (
    <ErrorsProvider value={errors}>
      <PageHeading title={reading.title}>{reading.title}</PageHeading>
      <form noValidate class="act-form" onSubmit={submit}>
        <ErrorSummary errors={errors} refusal={refusal} />
        <p class="utrecht-paragraph">{reading.explanation}</p>
        <ChooseOne
          name="readReason"
          legend={reading.question}
          options={optionsOf(READ_REASONS, words.readReasons)}
          value={reason}
          onChange={setReason}
        />
        <div class="actions">
          <Button submit>{reading.open}</Button>
          <ButtonLink href={hrefOf({ view: 'list', which: 'open' })} weight="subtle">
            {reading.back}
          </ButtonLink>
        </div>
      </form>
    </ErrorsProvider>
  );
}
