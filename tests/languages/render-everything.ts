/** `node tests/languages/render-everything.ts <code>`: all pages, mails and sheets in one language, as JSON by name. */
import { CONTROL_NAMES, toForm } from '#shared/contracts/report-form.ts';
import { SignalSubmission } from '#shared/contracts/signal-submission.ts';
import type { Message } from '#shared/domain/agenda.ts';
import { STEPS } from '#shared/domain/signal.ts';
import { LANGUAGES } from '#shared/domain/words.ts';
import { checkPage } from '#shared/html/check-page.ts';
import { contextOf } from '#shared/html/context.ts';
import { formPage } from '#shared/html/form-page.ts';
import { alreadyReceivedPage, outsideAreaPage, problemPage, tryAgainPage } from '#shared/html/outcome-pages.ts';
import { thankYouPage } from '#shared/html/thank-you-page.ts';
import { mailWriter } from '#shared/mail/write-mail.ts';
import { anAssignedSignal, aReport, settings } from '#shared/testing/builders.ts';
import { loadMunicipality, settingsOf } from '../../infra/config.ts';
import { pagesOf } from '../../web/build-pages.ts';
import { kitPages, kitTownOf } from '../../web/kit/kit-pages.ts';

const [, , code] = process.argv;
const language = LANGUAGES.find((known) => known === code);
if (!language) throw new Error(`There is no language ${code}.`);

const config = { ...loadMunicipality('demo'), languages: [language] as [typeof language] };
const context = contextOf(settingsOf(config, config.baseUrl), language);
const submission = SignalSubmission.parse({
  about: 'someone-else',
  address: { postcode: '3034AB', houseNumber: 12, street: 'Zwaanshals', town: 'Rotterdam' },
  reasons: ['not-seen', 'other'],
  notSeenSince: 'week',
  explanation: 'Iemand Anders schreef dit.',
  alreadyTried: ['rang-bell'],
  residentKnows: false,
  reporter: { kind: 'shop', name: 'Jan Jansen', email: 'jan@voorbeeld.example', wantsUpdates: true },
});
const values = toForm(submission);
const idempotencyKey = '3f1c0a52-7f0e-4d0c-9d3e-0a5b6c7d8e9f';
const receipt = {
  reference: '7G2KQ9XM4T8RBN5W',
  triageBefore: '2026-11-23T16:00:00Z',
  visitBefore: '2026-11-24T16:00:00Z',
};
const mistakes = ['required', 'too-long', 'unreadable-characters', 'other'].map((code) =>
  formPage(context, { values, errors: CONTROL_NAMES.map((field) => ({ field, code })) }),
);

const write = mailWriter({ ...settings, mail: { ...settings.mail, languages: [language] } });
const messages: readonly Message[] = [
  'notify',
  'choose',
  'alarm',
  'request',
  'request-told',
  'remind-request',
  'planned',
  'warn-inform',
  'warn-expiry',
  'warn-undecided',
  'update-received',
  'update-picked-up',
  'update-closed',
  ...STEPS.flatMap((step) => [`remind-${step}`, `escalate-${step}`] as const),
];
const signal = anAssignedSignal({ report: aReport({ language }) });
const mails = [undefined, 'Bergpolder'].flatMap((neighbourhood) =>
  messages.map((message): [string, string] => {
    const effect = { kind: 'mail', key: `${message}-1`, message, to: 'owner-first' } as const;
    return [
      `mail ${message} ${neighbourhood}`,
      write.effect(effect, signal, { neighbourhood, ownerName: 'Welzijn Centrum' }).html,
    ];
  }),
);

const everything = {
  ...Object.fromEntries(pagesOf(config)),
  ...Object.fromEntries(mistakes.map((page, at) => [`mistakes ${at}`, page])),
  check: checkPage(context, { values, submission, idempotencyKey }),
  'thank you': thankYouPage(context, { receipt }),
  'thank you, about oneself': thankYouPage(context, { receipt, about: 'myself' }),
  outside: outsideAreaPage(context, { contact: { name: 'Loket Omzien', phone: '14 010' }, values }),
  'try again': tryAgainPage(context, { values, idempotencyKey }),
  'already received': alreadyReceivedPage(context),
  unreadable: problemPage(context, 'unreadable'),
  ...Object.fromEntries(mails),
  'mail code': write.code('123456').html,
  'mail digest': write.digest([{ ownerName: 'Welzijn Centrum', count: 2 }]).html,
  ...kitPages(
    {
      town: kitTownOf(config, '<svg></svg>'),
      place: { code: 'kapper-jansen', name: 'Kapsalon Jansen' },
      baseUrl: config.baseUrl,
      language,
    },
    '',
  ),
};
process.stdout.write(JSON.stringify(everything));
