import type { MemberId } from '#shared/domain/ids.ts';
import type { PasskeyStore } from '#shared/ports/passkey-store.ts';

export type ForgetPasskeysDeps = { readonly passkeys: Pick<PasskeyStore, 'passkeysOf' | 'remove'> };

/** Of people who left: of no use any more, and it says what they called their phone. Their sessions end by themselves. */
export async function forgetPasskeys({ passkeys }: ForgetPasskeysDeps, members: readonly MemberId[]): Promise<void> {
  for (const member of members) {
    for (const { id } of await passkeys.passkeysOf(member)) await passkeys.remove(id, member);
  }
}
