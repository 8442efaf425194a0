import type { MemberId } from '#shared/domain/ids.ts';
import type { EpochSeconds } from '#shared/domain/time.ts';
import type { AccessStore } from '#shared/ports/access-store.ts';
import type { PasskeyStore } from '#shared/ports/passkey-store.ts';

export type ForgetPasskeysDeps = { readonly passkeys: Pick<PasskeyStore, 'passkeysOf' | 'remove'> };

/** Of people who left: of no use any more, and it says what they called their phone. Their sessions end by themselves. */
export async function forgetPasskeys({ passkeys }: ForgetPasskeysDeps, members: readonly MemberId[]): Promise<void> {
  for (const member of members) {
    for (const { id } of await passkeys.passkeysOf(member)) await passkeys.remove(id, member);
  }
}

export type ForgetSignInDeps = ForgetPasskeysDeps & {
  readonly access: Pick<AccessStore, 'sessionsOf' | 'removeSession'>;
  readonly now: () => EpochSeconds;
};

/** Everything that lets this member in: they sign in anew, by a code to their address. */
export async function forgetSignIn(deps: ForgetSignInDeps, member: MemberId): Promise<void> {
  await forgetPasskeys(deps, [member]);
  for (const { idHash } of await deps.access.sessionsOf(member, deps.now())) await deps.access.removeSession(idHash);
}
