import type { LogView } from '#shared/contracts/log-view.ts';

type Line = LogView['lines'][number];

/** Opening a list writes a line for every signal in it; whoever reads the log wants to know that it was opened. */
export function grouped(lines: readonly Line[]): readonly { readonly line: Line; readonly count: number }[] {
  const groups: { line: Line; count: number }[] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    const same = last && line.event === 'list' && last.line.event === 'list';
    if (same && line.at === last.line.at && line.by?.id === last.line.by?.id) last.count += 1;
    else groups.push({ line, count: 1 });
  }
  return groups;
}

/** Groups of four can be read out over the phone. */
export const spelled = (reference: string): string => reference.replaceAll(/(.{4})(?=.)/g, '$1-');
