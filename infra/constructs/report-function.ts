import type { Construct } from 'constructs';
import { type CommonProps, ServiceFunction } from './service-function.ts';

/** Everybody's function: it adds a signal and sees the status of one, finds out whether an address lies in the area, and counts posters. */
export class ReportFunction extends ServiceFunction {
  constructor(scope: Construct, id: string, props: CommonProps) {
    super(scope, id, {
      ...props,
      name: 'report',
      impact: 'Somebody who passes on a signal is told that it failed, and may not try again.',
      runbook: 'the-form-fails',
    });
    const { signals, directory, access, statistics } = props.stores;
    signals.grantSubmit(this.lambda);
    signals.grantStatus(this.lambda);
    directory.grantFindRoute(this.lambda);
    access.grantFormKeys(this.lambda);
    statistics.grantCount(this.lambda);
  }
}
