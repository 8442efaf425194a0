import type { SignalStatus } from '#shared/contracts/signal-submission.ts';
import { parseSignalId } from '#shared/domain/ids.ts';
import { one } from './elements.ts';

/** Asks how a signal is doing. The number goes in the body: an address stays in the history of a shared computer. */
const form = one('#status', HTMLFormElement);
const answer = one('#answer', HTMLElement);
const input = one('#reference', HTMLInputElement, form);

async function statusOf(reference: string): Promise<string> {
  try {
    const response = await fetch('/v1/signal-status', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ reference }),
    });
    if (response.status === 404) return 'unknown';
    if (!response.ok) return response.status === 400 ? 'wrong' : 'failed';
    const { status }: SignalStatus = await response.json();
    return status;
  } catch {
    return 'failed';
  }
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const reference = parseSignalId(input.value);
  const shown = reference ? await statusOf(reference) : 'wrong';
  const said = document.importNode(one(`[data-answer="${shown}"]`, HTMLTemplateElement).content, true);
  const isWrong = shown === 'wrong';
  document.getElementById('reference-error')?.remove();
  input.setAttribute('aria-invalid', String(isWrong));
  input.setAttribute('aria-describedby', isWrong ? 'reference-hint reference-error' : 'reference-hint');
  answer.replaceChildren(...(isWrong ? [] : [said]));
  if (!isWrong) return;
  input.before(said);
  input.focus();
});
