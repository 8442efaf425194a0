import { MOST_CHARACTERS } from '#shared/domain/text-lengths.ts';
import { useInDays } from '../in-days.ts';
import { Alert } from '../parts/alert.tsx';
import { ButtonLink } from '../parts/button.tsx';
import { ChooseOne } from '../parts/choice-list.tsx';
import { TextField } from '../parts/text-field.tsx';
import { hrefOf } from '../route.ts';
import { useTexts } from '../shell.ts';
import { ActForm, required, tooLong } from './act-form.tsx';
import { optionsOf } from './options.ts';
import type { Entry } from './use-sending.ts';
import { useDraft, useWork } from './work.ts';

const ANSWERS = ['keep', 'not-given', 'erase-now'] as const;
type Draft = { consent?: (typeof ANSWERS)[number]; agreements: string };

/** What the resident says later about keeping the data, and what was agreed with them. Never chosen beforehand. */
export function ConsentForm() {
  const { consent, contact } = useTexts();
  const { signal } = useWork();
  const inDays = useInDays();
  const [draft, change] = useDraft<Draft>('consent', { agreements: signal.contact?.agreements ?? '' });
  return (
    <ActForm act="consent" entry={() => entryOf(draft)} submit={consent.submit}>
      <ChooseOne
        name="consent"
        legend={contact.consent}
        hint={consent.hint}
        options={optionsOf(ANSWERS, contact.consents, {
          keep: inDays(contact.consentHints.keep, 'consent'),
          'not-given': consent.refusedHint,
          'erase-now': contact.consentHints['erase-now'],
        })}
        value={draft.consent}
        onChange={(chosen) => change({ consent: chosen })}
      />
      {draft.consent === 'keep' && (
        <TextField
          name="agreements"
          label={contact.agreements}
          hint={contact.agreementsHint}
          value={draft.agreements}
          onChange={(agreements) => change({ agreements })}
          atMost={MOST_CHARACTERS.agreements}
          long
        />
      )}
      {draft.consent === 'erase-now' && (
        <Alert kind="info">
          <p class="utrecht-paragraph">{consent.toErasure}</p>
          <ButtonLink href={hrefOf({ view: 'signal', id: signal.reference, act: 'erase' })} weight="secondary-action">
            {consent.erase}
          </ButtonLink>
        </Alert>
      )}
    </ActForm>
  );
}

function entryOf({ consent, agreements }: Draft): Entry<'consent'> {
  if (consent === undefined || consent === 'erase-now') return { missing: [required('consent')] };
  const agreed = agreements.trim();
  const missing = consent === 'keep' ? tooLong({ agreements }) : [];
  if (missing.length > 0) return { missing };
  return { body: { consent, ...(consent === 'keep' && agreed && { agreements: agreed }) } };
}
