import { parseLetterCode } from '#shared/domain/ids.ts';
import { one } from './elements.ts';

/** Types the code of the QR code for the resident, and takes it out of the address: it would stay in the history of the phone. */
const typed = decodeURIComponent(location.hash.slice(1));
if (parseLetterCode(typed)) {
  one('#code', HTMLInputElement).value = typed;
  history.replaceState(null, '', location.pathname);
}
