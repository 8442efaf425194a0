import type { Construct } from 'constructs';
import { FailureQueue } from './failure-queue.ts';
import type { OutgoingMail } from './outgoing-mail.ts';
import { type CommonProps, ServiceFunction } from './service-function.ts';

/** Records what became of a mail: on the signal that it was about, and of the mailbox that it went to. */
export class MailFeedback extends ServiceFunction {
  constructor(scope: Construct, id: string, props: CommonProps & { readonly mail: OutgoingMail }) {
    const { queue: missed } = new FailureQueue(scope, 'MissedMailEvents', {
      onAlarm: props.onAlarm,
      impact:
        'A mail that arrived may count as lost, so a second mailbox, the backup or the coordinator is mailed needlessly.',
      runbook: 'mail-events-were-given-up',
    });
    super(scope, id, {
      ...props,
      name: 'mail-feedback',
      givenUp: missed,
      impact: 'Whether a partner received the mail is not recorded, so it may be sent to others as well.',
      runbook: 'mail-events-are-not-recorded',
    });
    props.stores.signals.grantRecordMailEvents(this.lambda);
    props.stores.access.grantNoteMail(this.lambda);
    props.mail.reportTo(this.lambda, missed);
  }
}
