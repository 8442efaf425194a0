import type { SignalId } from '#shared/domain/ids.ts';

export type Mail = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Lets delivery events find their way back. Absent on mail that is not about a signal. */
  readonly about?: { readonly signalId: SignalId; readonly effect: string };
};

export type Mailer = {
  /** `refused`: this mail will never go out (malformed or unverified address). Throws when the service fails for now. */
  send(mail: Mail): Promise<'sent' | 'refused'>;
};
