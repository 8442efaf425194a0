import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Language } from '#shared/domain/words.ts';
import { LANGUAGE } from '#shared/texts/catalogues/language.ts';
import { placesIn } from '#shared/texts/check-own-texts.ts';
import type { WordingTexts } from '#shared/texts/console-wording-texts.ts';
import { Button } from '../parts/button.tsx';
import { fieldId } from '../parts/errors.ts';
import { Tag } from '../parts/tag.tsx';
import { TextField } from '../parts/text-field.tsx';
import { type Sentence, saysOf } from './catalogue.ts';
import { Said } from './said.tsx';
import { useWordingTexts } from './wording-texts.ts';

type Props = {
  sentence: Sentence;
  /** Of its field. */
  name: string;
  /** Its place among the others, from 1. */
  number: number;
  language: Language;
  /** Absent while it is closed. */
  typed: string | undefined;
  /** Somebody came for this one. */
  isChosen: boolean;
  onOpen: () => void;
  onType: (text: string) => void;
  onClose: () => void;
};

/** One sentence: how it reads, and when it is opened a field to write it anew, with what it says now and what is standard beside it. */
export function SentenceRow(props: Props) {
  const { sentence, name, number, language, typed, isChosen, onOpen } = props;
  const { group, own } = useWordingTexts();
  const label = labelOf(group, sentence.path, number);
  const isOpen = typed !== undefined;
  const wasOpen = useRef(isOpen);
  const button = useRef<HTMLDivElement>(null);
  // The focus follows what was opened and closed; what was open from before takes nobody along.
  useLayoutEffect(() => {
    if (isOpen && isChosen) document.getElementById(fieldId(name))?.focus();
    if (!isOpen && wasOpen.current) button.current?.querySelector('button')?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);

  return (
    <li class={`wording__sentence${isOpen ? '' : ' wording__sentence--closed'}`}>
      {isOpen ? (
        <Opened {...props} typed={typed} label={label} />
      ) : (
        <>
          <div class="wording__text">
            <p class="wording__label">
              {label} {sentence.own !== undefined && <Tag>{own.tag}</Tag>}
            </p>
            <p class="wording__said" lang={language} dir={LANGUAGE[language].direction}>
              <Said text={saysOf(sentence)} />
            </p>
          </div>
          <div ref={button}>
            <Button weight="secondary-action" label={`${group.change}: ${label}`} onClick={onOpen}>
              {group.change}
            </Button>
          </div>
        </>
      )}
    </li>
  );
}

function Opened({ sentence, name, language, typed, label, onType, onClose }: Props & { typed: string; label: string }) {
  const { group } = useWordingTexts();
  const { standard, own } = sentence;
  const places = placesIn(standard);
  const lines = Math.min(8, Math.max(2, Math.ceil(standard.length / 40)));
  return (
    <>
      <div lang={language} dir={LANGUAGE[language].direction}>
        <TextField
          name={name}
          label={label}
          {...(places.length > 0 && { hint: group.places(places.map((place) => explained(group, place)).join(', ')) })}
          value={typed}
          onChange={onType}
          long
          lines={lines}
        />
      </div>
      {own !== undefined && typed !== own && <p class="row__small">{group.now(own)}</p>}
      {typed !== standard && <p class="row__small">{group.standard(standard)}</p>}
      <div class="actions">
        {typed !== standard && (
          <Button weight="secondary-action" label={`${group.reset}: ${label}`} onClick={() => onType(standard)}>
            {group.reset}
          </Button>
        )}
        <Button weight="subtle" label={`${group.cancel}: ${label}`} onClick={onClose}>
          {group.cancel}
        </Button>
      </div>
    </>
  );
}

/** `{before} (vóór welk moment)`; numbers tell nothing more. */
function explained({ meanings }: WordingTexts['group'], place: string): string {
  const known: Readonly<Record<string, string>> = meanings;
  const meaning = known[place.slice(1, -1)];
  return meaning ? `${place} (${meaning})` : place;
}

/** In mails people know what stands where; elsewhere the order on the screen tells. */
function labelOf(group: WordingTexts['group'], path: string, number: number): string {
  if (/^mail\..*\.subject$/.test(path)) return group.subject;
  const [, paragraph] = /^mail\..*\.body\.(\d+)$/.exec(path) ?? [];
  return paragraph === undefined ? group.sentence(String(number)) : group.paragraph(String(Number(paragraph) + 1));
}
