import { SESClient } from '@aws-sdk/client-ses';
import { CALL_LIMITS } from '#shared/adapters/call-limits.ts';
import { sesMailer } from '#shared/adapters/ses/ses-mailer.ts';
import type { Settings } from '#shared/domain/settings.ts';
import type { Mailer } from '#shared/ports/mailer.ts';
import { environment } from './environment.ts';

export const liveMailer = ({ mail }: Settings): Mailer =>
  sesMailer(new SESClient(CALL_LIMITS), { from: mail.from, configurationSet: environment('MAIL_CONFIGURATION_SET') });
