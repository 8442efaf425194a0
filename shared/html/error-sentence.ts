import { controlOf, MAX_LENGTHS, type Mistake } from '#shared/contracts/report-form.ts';
import type { ErrorTexts } from '#shared/texts/errors.ts';

/** How to put a mistake right, in a sentence. `label` is what stands above the control. */
export function errorSentence(texts: ErrorTexts, { field, code }: Mistake, label: string): string {
  const control = controlOf(field) ?? field;
  const ofControl = texts.controls[control];
  const sentence = ofControl?.[code] ?? texts.codes[code] ?? ofControl?.['any'] ?? texts.codes.any;
  const limits: Readonly<Record<string, number>> = MAX_LENGTHS;
  return sentence.replace('{label}', label).replace('{max}', String(limits[control] ?? ''));
}
