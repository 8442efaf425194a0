import type { MemberId } from '#shared/domain/ids.ts';
import { type OwnSettings, PRESET, type Referral } from '#shared/domain/own-settings.ts';
import type { DirectoryEditor } from '#shared/ports/directory-editor.ts';
import { type ChangeDirectoryDeps, changeDirectory, type Refused, seenOf } from './change-directory.ts';

/** The municipality's own settings, or ours while it has none. */
export const settingsNow = async ({
  editor,
}: {
  readonly editor: Pick<DirectoryEditor, 'settings'>;
}): Promise<OwnSettings> => (await editor.settings()) ?? PRESET;

/** Replaces the list of help to point to. What was recorded before stays as it was: it names kinds. */
export async function changeReferrals(
  deps: ChangeDirectoryDeps,
  by: MemberId,
  { seen, referrals }: { readonly seen: string; readonly referrals: readonly Referral[] },
): Promise<{ readonly kind: 'changed'; readonly about: string } | Refused> {
  return changeDirectory(deps, by, async () => {
    const settings = await settingsNow(deps);
    if (seenOf(deps, settings.referrals) !== seen) return { kind: 'changed-meanwhile' };
    const item = { ...settings, referrals };
    return { kind: 'change', event: 'change-referrals', about: 'referrals', writes: [{ put: 'settings', item }] };
  });
}
