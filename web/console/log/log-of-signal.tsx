import type { LogTexts } from '#shared/texts/console-log-texts.ts';
import { call, urlOf } from '../api/client.ts';
import { Icon } from '../parts/icon.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { hrefOf } from '../route.ts';
import { useShell } from '../shell.ts';
import { LogLines } from './log-lines.tsx';

type Props = { id: string; spelled: string; texts: LogTexts };

export function LogOfSignal({ id, spelled, texts }: Props) {
  const { language } = useShell();
  return (
    <>
      <p class="back">
        <a class="utrecht-link utrecht-link--html-a back__link" href={hrefOf({ view: 'page', page: 'log' })}>
          <Icon name="back" />
          {texts.back}
        </a>
      </p>
      <PageHeading title={texts.title}>{texts.titleOfSignal(spelled)}</PageHeading>
      <LogLines
        what={id}
        texts={texts}
        load={(after) => call('GET /v1/console/signals/{id}/audit', { id, query: { after } })}
        file={urlOf('GET /v1/console/audit/file', undefined, { signal: id, language })}
      />
    </>
  );
}
