import type { RoutesPreview } from '#shared/contracts/postcode-routes.ts';
import { call } from '../api/client.ts';
import { Alert } from '../parts/alert.tsx';
import { Several } from '../parts/facts.tsx';
import { TextField } from '../parts/text-field.tsx';
import { DirectoryForm, required } from './directory-form.tsx';
import { useDirectoryTexts } from './directory-texts.ts';
import { textOfFile } from './text-of-file.ts';

/** More lines than anybody reads at once. */
const MAX_SHOWN = 20;

type Props = {
  list: string;
  postcodes: number;
  problems: RoutesPreview['problems'];
  onChange: (list: string) => void;
  onPreview: (preview: RoutesPreview) => void;
};

export function RoutesForm({ list, postcodes, problems, onChange, onPreview }: Props) {
  const { routes: texts } = useDirectoryTexts();
  return (
    <>
      <p class="utrecht-paragraph">
        {texts.inForce(postcodes)} {texts.intro}
      </p>
      <Several texts={texts.forms} />
      {problems.length > 0 && <Problems problems={problems} />}
      <DirectoryForm
        missing={() => (list.trim() ? [] : [required('list')])}
        send={() => call('POST /v1/console/routes/preview', { body: { list } })}
        done={onPreview}
        submit={texts.preview}
        back={{ at: 'overview' }}
      >
        <TextField
          name="list"
          label={texts.list}
          hint={texts.listHint}
          value={list}
          onChange={onChange}
          long
          lines={14}
        />
        <div class="field">
          <label for="field-file" class="utrecht-form-label field__label">
            {texts.file}
          </label>
          <p id="field-file-hint" class="utrecht-form-field-description hint">
            {texts.fileHint}
          </p>
          <input
            id="field-file"
            type="file"
            accept=".csv,.txt,text/csv,text/plain"
            class="directory__file"
            aria-describedby="field-file-hint"
            onChange={async ({ currentTarget: { files } }) => {
              const file = files?.[0];
              if (file) onChange(await textOfFile(file));
            }}
          />
        </div>
      </DirectoryForm>
    </>
  );
}

function Problems({ problems }: Pick<Props, 'problems'>) {
  const { routes: texts } = useDirectoryTexts();
  const shown = problems.slice(0, MAX_SHOWN).map(({ line, code, other }) => {
    const what = code === 'twice' ? texts.twice(other ?? line) : texts.what[code];
    return texts.problem(line, what);
  });
  const rest = problems.length - shown.length;
  return (
    <div role="alert">
      <Alert kind="error">
        <h2 class="utrecht-heading-3">{texts.problems(problems.length)}</h2>
        <Several texts={[...shown, ...(rest > 0 ? [texts.more(rest)] : [])]} />
      </Alert>
    </div>
  );
}
