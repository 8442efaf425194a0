import type { Option } from '../parts/choice-list.tsx';
import { useShell } from '../shell.ts';
import { useNow } from '../use-now.ts';
import { knownLine } from '../views/same-address.tsx';
import { spelled } from '../views/signal-title.ts';
import { useWork } from './work.ts';

/** The other signals at this address that can be opened, as choices by their reference. */
export function useSameAddressOptions(): Option<string>[] {
  const { language, texts } = useShell();
  const { signal } = useWork();
  const now = useNow();
  return (signal.sameAddress?.known ?? []).map((other) => ({
    value: other.reference,
    label: knownLine(texts, other, { language, now }),
    hint: spelled(other.reference),
  }));
}
