import { checkPage } from '#shared/html/check-page.ts';
import { contextOf } from '#shared/html/context.ts';
import { formPage } from '#shared/html/form-page.ts';
import { alreadyReceivedPage, outsideAreaPage, problemPage, tryAgainPage } from '#shared/html/outcome-pages.ts';
import { requestPage, requestReceivedPage } from '#shared/html/request-page.ts';
import { statusAnswerPage } from '#shared/html/status-page.ts';
import { thankYouPage } from '#shared/html/thank-you-page.ts';

/**
 * What the form without script answers with, and the texts of every language. In a file of its own beside the function's (see
 * infra/constructs/function-code.ts), so that only who has no script waits for it.
 */
export const pages = {
  contextOf,
  check: checkPage,
  form: formPage,
  outsideArea: outsideAreaPage,
  alreadyReceived: alreadyReceivedPage,
  problem: problemPage,
  status: statusAnswerPage,
  tryAgain: tryAgainPage,
  thankYou: thankYouPage,
  residentRequest: requestPage,
  residentRequestReceived: requestReceivedPage,
};
export type Pages = typeof pages;
