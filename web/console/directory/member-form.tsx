import { ROLES, type Role } from '#shared/domain/directory.ts';
import { optionsOf } from '../acts/options.ts';
import { call } from '../api/client.ts';
import { ButtonLink } from '../parts/button.tsx';
import { ChooseOne } from '../parts/choice-list.tsx';
import { Fact, Facts } from '../parts/facts.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useShell } from '../shell.ts';
import { DirectoryForm, required } from './directory-form.tsx';
import { type Member, useDirectoryTexts, useKnown } from './directory-texts.ts';
import { ForgetPasskeys } from './forget-passkeys.tsx';
import { hrefTo, listOf, routeTo } from './places.ts';
import { inWords } from './references.ts';
import { useKept } from './use-kept.ts';

type Draft = { name: string; email: string; role?: Role; partnerId?: string };
const atPartner = (role: Role | undefined): boolean => role === 'member' || role === 'visitor';

/** Without `member` a new one. */
export function MemberForm({ member }: { member?: Member }) {
  const { go } = useShell();
  const { partners } = useKnown().directory;
  const { memberForm: texts, members: words, replan, save, saved } = useDirectoryTexts();
  const [draft, change, drop] = useKept<Draft>(`directory/${member?.id ?? 'member'}`, startOf(member));
  const title = member?.name ?? texts.addTitle;

  const send = () => {
    const { name, role = 'member', partnerId } = draft;
    const body = { name, email: draft.email.trim(), role, ...(atPartner(role) && partnerId && { partnerId }) };
    return member
      ? call('PUT /v1/console/members/{memberId}', { id: member.id, body: { ...body, seen: member.seen } })
      : call('POST /v1/console/members', { body });
  };
  const done = (answer: { readonly id: string } | { readonly replan: readonly string[] }) => {
    drop();
    const said = 'id' in answer ? texts.added(draft.name.trim()) : saved;
    const freed = 'replan' in answer ? answer.replan : [];
    const text = freed.length > 0 ? `${said} ${replan(freed.length, inWords(freed))}` : said;
    go(routeTo(listOf('members')), { kind: 'ok', text });
  };

  return (
    <>
      <PageHeading title={title}>{title}</PageHeading>
      <DirectoryForm
        missing={() => [
          ...(draft.name.trim() ? [] : [required('name')]),
          ...(draft.email.trim() ? [] : [required('email')]),
          ...(draft.role ? [] : [required('role')]),
          ...(!atPartner(draft.role) || draft.partnerId ? [] : [required('partnerId')]),
        ]}
        send={send}
        done={done}
        submit={member ? save : words.add}
        back={listOf('members')}
        now={member && <MemberFacts member={member} />}
      >
        <TextField
          name="name"
          label={texts.name}
          value={draft.name}
          onChange={(name) => change({ name })}
          input={{ autocomplete: 'off' }}
        />
        <TextField
          name="email"
          label={texts.email}
          hint={member ? `${texts.emailHint} ${texts.emailOther}` : texts.emailHint}
          value={draft.email}
          onChange={(email) => change({ email })}
          input={{ type: 'email', inputMode: 'email', autocomplete: 'off', autocapitalize: 'none', spellcheck: false }}
        />
        <ChooseOne
          name="role"
          legend={texts.role}
          options={optionsOf(ROLES, words.roles, words.roleHints)}
          value={draft.role}
          onChange={(role) => change({ role })}
        />
        {atPartner(draft.role) && (
          <ChooseOne
            name="partnerId"
            legend={texts.partner}
            options={partners.map(({ id, name }) => ({ value: id, label: name }))}
            value={draft.partnerId}
            onChange={(partnerId) => change({ partnerId })}
          />
        )}
      </DirectoryForm>
      {member && (
        <div class="directory__leave">
          <ForgetPasskeys member={member} />
          <ButtonLink
            weight="subtle"
            danger
            href={hrefTo({ at: 'one', thing: 'member', id: member.id, doing: 'remove' })}
          >
            {texts.remove(member.name)}
          </ButtonLink>
        </div>
      )}
    </>
  );
}

function startOf(member: Member | undefined): Draft {
  if (!member) return { name: '', email: '' };
  const { name, email, role, partnerId } = member;
  return { name, email, role, ...(partnerId && { partnerId }) };
}

export function MemberFacts({ member: { name, email, role, partnerId } }: { member: Member }) {
  const { partners } = useKnown().directory;
  const { memberForm: texts, members } = useDirectoryTexts();
  return (
    <Facts>
      <Fact label={texts.name}>{name}</Fact>
      <Fact label={texts.email}>{email}</Fact>
      <Fact label={texts.role}>{members.roles[role]}</Fact>
      <Fact label={texts.partner}>{partners.find(({ id }) => id === partnerId)?.name}</Fact>
    </Facts>
  );
}
