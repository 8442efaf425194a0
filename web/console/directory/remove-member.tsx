import { call } from '../api/client.ts';
import { Alert } from '../parts/alert.tsx';
import { Several } from '../parts/facts.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { useShell } from '../shell.ts';
import { DirectoryForm } from './directory-form.tsx';
import { type Member, useDirectoryTexts } from './directory-texts.ts';
import { MemberFacts } from './member-form.tsx';
import { listOf, routeTo } from './places.ts';
import { inWords } from './references.ts';

export function RemoveMember({ member }: { member: Member }) {
  const { go, session } = useShell();
  const { removeMember: texts, replan } = useDirectoryTexts();
  const title = texts.title(member.name);
  const yourself = member.id === session?.member.id;
  return (
    <>
      <PageHeading title={title}>{title}</PageHeading>
      {yourself && (
        <Alert kind="warning">
          <p class="utrecht-paragraph">
            <strong>{texts.yourself}</strong>
          </p>
        </Alert>
      )}
      <Several texts={texts.facts} />
      <DirectoryForm
        send={() => call('POST /v1/console/members/{memberId}/removal', { id: member.id, body: { seen: member.seen } })}
        done={({ replan: freed }) => {
          const more = freed.length > 0 ? ` ${replan(freed.length, inWords(freed))}` : '';
          go(routeTo(listOf('members')), { kind: 'ok', text: `${texts.done(member.name)}${more}` });
        }}
        submit={yourself ? texts.confirmYourself : texts.confirm}
        danger
        back={{ at: 'one', thing: 'member', id: member.id }}
        now={<MemberFacts member={member} />}
      />
    </>
  );
}
