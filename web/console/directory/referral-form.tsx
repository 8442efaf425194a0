import type { ReferralList } from '#shared/contracts/referrals.ts';
import { REFERRALS } from '#shared/domain/words.ts';
import { optionsOf } from '../acts/options.ts';
import { call, type Reply } from '../api/client.ts';
import { ChooseOne } from '../parts/choice-list.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useShell } from '../shell.ts';
import { DirectoryForm, required } from './directory-form.tsx';
import { useDirectoryTexts } from './directory-texts.ts';
import { listOf, routeTo } from './places.ts';
import { useKept } from './use-kept.ts';

type Referral = ReferralList['referrals'][number];
type Draft = { kind?: Referral['kind']; name: string; phone: string; url: string };

/** Without `index` a new line. The list goes back as a whole, so somebody who was first is noticed. */
export function ReferralForm({ list, index }: { list: ReferralList; index?: number }) {
  const { go, texts: all } = useShell();
  const { referrals: texts, overtaken, save } = useDirectoryTexts();
  const before = index === undefined ? undefined : list.referrals[index];
  const [draft, change, drop] = useKept<Draft>(`directory/referral/${before?.name ?? ''}`, {
    ...(before && { kind: before.kind }),
    name: before?.name ?? '',
    phone: before?.phone ?? '',
    url: before?.url ?? '',
  });
  const title = before?.name ?? texts.addTitle;
  const toList = (kind: 'ok' | 'warning', text: string) => go(routeTo(listOf('referrals')), { kind, text });
  const others = list.referrals.filter((_, at) => at !== index);

  return (
    <>
      <PageHeading title={title}>{title}</PageHeading>
      <DirectoryForm
        missing={() => [...(draft.kind ? [] : [required('kind')]), ...(draft.name.trim() ? [] : [required('name')])]}
        send={() => {
          const { kind = 'other', name, phone, url } = draft;
          const line = { kind, name, ...(phone.trim() && { phone }), ...(url.trim() && { url: url.trim() }) };
          const at = index ?? list.referrals.length;
          return sendList(list, list.referrals.toSpliced(at, 1, line), at);
        }}
        done={() => {
          drop();
          toList('ok', texts.saved);
        }}
        overtaken={async () => toList('warning', overtaken.title)}
        submit={before ? save : texts.add}
        back={listOf('referrals')}
      >
        <ChooseOne
          name="kind"
          legend={texts.kind}
          options={optionsOf(REFERRALS, all.words.referrals)}
          value={draft.kind}
          onChange={(kind) => change({ kind })}
        />
        <TextField name="name" label={texts.name} value={draft.name} onChange={(name) => change({ name })} />
        <TextField name="phone" label={texts.phone} value={draft.phone} onChange={(phone) => change({ phone })} />
        <TextField
          name="url"
          label={texts.url}
          hint={texts.urlHint}
          value={draft.url}
          onChange={(url) => change({ url })}
          input={{ autocomplete: 'off', autocapitalize: 'none', spellcheck: false }}
        />
      </DirectoryForm>
      {before && (
        <div class="directory__leave">
          <DirectoryForm
            send={() => sendList(list, others, 0)}
            done={() => {
              drop();
              toList('ok', texts.removed(before.name));
            }}
            overtaken={async () => toList('warning', overtaken.title)}
            submit={texts.remove}
            weight="secondary-action"
            danger
          />
        </div>
      )}
    </>
  );
}

/** What is wrong with the line at `at` is told at the fields of the form. */
async function sendList({ seen }: ReferralList, referrals: readonly Referral[], at: number): Promise<Reply<undefined>> {
  const reply = await call('PUT /v1/console/referrals', { body: { seen, referrals: [...referrals] } });
  if (reply.kind !== 'invalid-fields') return reply;
  const ofLine = `referrals.${at}.`;
  return { ...reply, errors: reply.errors.map((one) => ({ ...one, field: one.field.replace(ofLine, '') })) };
}
