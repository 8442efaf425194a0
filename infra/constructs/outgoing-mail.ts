import { ArnFormat, Duration, Stack } from 'aws-cdk-lib';
import { EventBus, type IEventBus, Match, Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { ConfigurationSet, ConfigurationSetTlsPolicy, EmailSendingEvent, EventDestination } from 'aws-cdk-lib/aws-ses';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

type OutgoingMailProps = {
  readonly from: string;
  /** What is verified in SES: a domain or an address. @default - the domain of `from` */
  readonly identity?: string | undefined;
};

/** Mail through SES, and what SES says became of it. */
export class OutgoingMail extends Construct {
  readonly configurationSet: ConfigurationSet;
  /** SES can publish to the default event bus only. */
  private readonly bus: IEventBus;
  private readonly props: OutgoingMailProps;

  constructor(scope: Construct, id: string, props: OutgoingMailProps) {
    super(scope, id);
    this.props = props;
    this.bus = EventBus.fromEventBusName(this, 'DefaultBus', 'default');
    this.configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      // A mail may carry a sign-in code, so it never travels in the clear.
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
    });
    this.configurationSet.addEventDestination('ToEventBridge', {
      destination: EventDestination.eventBus(this.bus),
      // Not opens and clicks: those need a tracking pixel and rewritten links.
      events: [
        EmailSendingEvent.SEND,
        EmailSendingEvent.DELIVERY,
        EmailSendingEvent.BOUNCE,
        EmailSendingEvent.COMPLAINT,
        EmailSendingEvent.REJECT,
        EmailSendingEvent.DELIVERY_DELAY,
        EmailSendingEvent.RENDERING_FAILURE,
      ],
    });
  }

  /** What a function that sends mail needs to know. */
  get environment(): Readonly<Record<string, string>> {
    return { MAIL_CONFIGURATION_SET: this.configurationSet.configurationSetName };
  }

  /** From our own address, through our own configuration set: any other sender is refused. */
  grantSend(to: IGrantable): void {
    const arn = (resource: string, resourceName: string) =>
      Stack.of(this).formatArn({ service: 'ses', resource, resourceName, arnFormat: ArnFormat.SLASH_RESOURCE_NAME });
    const { from, identity } = this.props;
    Grant.addToPrincipal({
      grantee: to,
      actions: ['ses:SendEmail'],
      resourceArns: [
        arn('identity', identity ?? from.slice(from.indexOf('@') + 1)),
        arn('configuration-set', this.configurationSet.configurationSetName),
      ],
      conditions: { StringEquals: { 'ses:FromAddress': from } },
    });
  }

  /** Hands every event of SES to the function that records it. */
  reportTo(handler: IFunction, givenUp: IQueue): void {
    new Rule(this, 'Events', {
      description: 'What became of a mail: sent, delivered, bounced, complained about',
      eventBus: this.bus,
      // Other applications of the account, and our sign-in codes, share the bus: only mails about a signal carry its tag.
      eventPattern: { source: ['aws.ses'], detail: { mail: { tags: { signal: Match.exists() } } } },
      targets: [
        new LambdaFunction(handler, { deadLetterQueue: givenUp, retryAttempts: 20, maxEventAge: Duration.hours(6) }),
      ],
    });
  }
}
