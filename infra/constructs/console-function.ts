import type { Construct } from 'constructs';
import { release } from '../release.ts';
import type { OutgoingMail } from './outgoing-mail.ts';
import { type CommonProps, ServiceFunction } from './service-function.ts';

/** For partners, the desk and coordinators: everything behind the sign-in. */
export class ConsoleFunction extends ServiceFunction {
  constructor(scope: Construct, id: string, props: CommonProps & { readonly mail: OutgoingMail }) {
    const { mail, stores } = props;
    super(scope, id, {
      ...props,
      name: 'console',
      environment: { ...props.environment, ...mail.environment, ...stores.hashSecret.environment, RELEASE: release() },
      impact: 'A partner or the desk cannot sign in, open a signal or record a visit.',
      runbook: 'the-console-fails',
    });
    stores.signals.grantHandle(this.lambda);
    stores.directory.grantLookUp(this.lambda);
    stores.directory.grantManage(this.lambda);
    stores.access.grantSignIn(this.lambda);
    stores.access.grantReadWatch(this.lambda);
    stores.signals.grantSeeBacklog(this.lambda);
    stores.statistics.grantWriteFacts(this.lambda);
    stores.statistics.grantReadFigures(this.lambda);
    stores.audit.grantAddLines(this.lambda);
    stores.audit.grantReadLines(this.lambda);
    stores.hashSecret.grantRead(this.lambda);
    mail.grantSend(this.lambda);
  }
}
