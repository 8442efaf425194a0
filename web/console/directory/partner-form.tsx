import { DATA_ROLES } from '#shared/domain/directory.ts';
import { optionsOf } from '../acts/options.ts';
import { call } from '../api/client.ts';
import { ChooseOne } from '../parts/choice-list.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useShell } from '../shell.ts';
import { DirectoryForm, required } from './directory-form.tsx';
import { type Partner, useDirectoryTexts, useKnown } from './directory-texts.ts';
import { PartnerFacts } from './partner-page.tsx';
import { listOf, type Place, routeTo } from './places.ts';
import { useKept } from './use-kept.ts';

const NO_BACKUP = 'none';
const MAILBOX = {
  type: 'email',
  inputMode: 'email',
  autocomplete: 'off',
  autocapitalize: 'none',
  spellcheck: false,
} as const;
const PHONE = { type: 'tel', inputMode: 'tel', autocomplete: 'off' } as const;

type Draft = {
  name: string;
  mailbox: string;
  secondMailbox: string;
  backupId?: string;
  weekends?: 'yes' | 'no';
  dataRole: (typeof DATA_ROLES)[number] | 'unknown';
  publicContact: string;
  phone: string;
};
const EMPTY: Draft = { name: '', mailbox: '', secondMailbox: '', dataRole: 'unknown', publicContact: '', phone: '' };
const draftOf = ({
  name,
  mailbox,
  secondMailbox,
  backupId,
  weekends,
  dataRole,
  publicContact,
  phone,
}: Partner): Draft => ({
  name,
  mailbox,
  secondMailbox: secondMailbox ?? '',
  backupId: backupId ?? NO_BACKUP,
  weekends: weekends ? 'yes' : 'no',
  dataRole: dataRole ?? 'unknown',
  publicContact: publicContact ?? '',
  phone: phone ?? '',
});

/** Without `partner` a new one. Its holidays have a page of their own and stay as they are. */
export function PartnerForm({ partner }: { partner?: Partner }) {
  const { go } = useShell();
  const { partners } = useKnown().directory;
  const { partnerForm: texts, partners: words, yes, no, save, saved } = useDirectoryTexts();
  const [draft, change, drop] = useKept<Draft>(
    `directory/${partner?.id ?? 'partner'}`,
    partner ? draftOf(partner) : EMPTY,
  );
  const others = partners.filter(({ id }) => id !== partner?.id);
  const title = partner ? texts.changeTitle(partner.name) : texts.addTitle;
  const back: Place = partner ? { at: 'one', thing: 'partner', id: partner.id } : listOf('partners');

  const send = () => {
    const { backupId, weekends, dataRole } = draft;
    const body = {
      name: draft.name,
      mailbox: draft.mailbox.trim(),
      ...(draft.secondMailbox.trim() && { secondMailbox: draft.secondMailbox.trim() }),
      ...(backupId && backupId !== NO_BACKUP && { backupId }),
      weekends: weekends === 'yes',
      ...(dataRole !== 'unknown' && { dataRole }),
      ...(draft.phone.trim() && { phone: draft.phone }),
      ...(draft.publicContact.trim() && { publicContact: draft.publicContact }),
      away: partner?.away ?? [],
    };
    return partner
      ? call('PUT /v1/console/partners/{partnerId}', { id: partner.id, body: { ...body, seen: partner.seen } })
      : call('POST /v1/console/partners', { body });
  };

  return (
    <>
      <PageHeading title={title}>{title}</PageHeading>
      <DirectoryForm
        missing={() => [
          ...(draft.name.trim() ? [] : [required('name')]),
          ...(draft.mailbox.trim() ? [] : [required('mailbox')]),
          ...(others.length === 0 || draft.backupId ? [] : [required('backupId')]),
          ...(draft.weekends ? [] : [required('weekends')]),
        ]}
        send={send}
        done={(answer) => {
          drop();
          if (!answer) return go(routeTo(back), { kind: 'ok', text: saved });
          const added: Place = { at: 'one', thing: 'partner', id: answer.id };
          go(routeTo(added), { kind: 'ok', text: texts.added(draft.name.trim()) });
        }}
        submit={partner ? save : words.add}
        back={back}
        now={partner && <PartnerFacts partner={partner} />}
      >
        <TextField name="name" label={texts.name} value={draft.name} onChange={(name) => change({ name })} />
        <TextField
          name="mailbox"
          label={texts.mailbox}
          hint={texts.mailboxHint}
          value={draft.mailbox}
          onChange={(mailbox) => change({ mailbox })}
          input={MAILBOX}
        />
        <TextField
          name="secondMailbox"
          label={texts.secondMailbox}
          hint={texts.secondMailboxHint}
          value={draft.secondMailbox}
          onChange={(secondMailbox) => change({ secondMailbox })}
          input={MAILBOX}
        />
        <TextField
          name="phone"
          label={texts.phone}
          hint={texts.phoneHint}
          value={draft.phone}
          onChange={(phone) => change({ phone })}
          input={PHONE}
        />
        {others.length > 0 && (
          <ChooseOne
            name="backupId"
            legend={texts.backup}
            hint={texts.backupHint}
            options={[
              ...others.map(({ id, name }) => ({ value: id, label: name })),
              { value: NO_BACKUP, label: texts.noBackup },
            ]}
            value={draft.backupId}
            onChange={(backupId) => change({ backupId })}
          />
        )}
        <ChooseOne
          name="weekends"
          legend={texts.weekends}
          compact
          options={[
            { value: 'yes', label: yes },
            { value: 'no', label: no },
          ]}
          value={draft.weekends}
          onChange={(weekends) => change({ weekends })}
        />
        <ChooseOne
          name="dataRole"
          legend={texts.dataRole}
          options={[
            ...optionsOf(DATA_ROLES, words.dataRoles, words.dataRoleHints),
            { value: 'unknown' as const, label: words.dataRoles.unknown },
          ]}
          value={draft.dataRole}
          onChange={(dataRole) => change({ dataRole })}
        />
        <TextField
          name="publicContact"
          label={texts.publicContact}
          hint={texts.publicContactHint}
          value={draft.publicContact}
          onChange={(publicContact) => change({ publicContact })}
        />
      </DirectoryForm>
    </>
  );
}
