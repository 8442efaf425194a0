import axe from 'axe-core';
import type { CDPSession, Page } from 'playwright-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const RUN = `axe.run(document, { runOnly: ${JSON.stringify(TAGS)}, resultTypes: ['violations'] }).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target, failureSummary }) => target + ' ' + failureSummary).join(' | ')))`;

/** What axe has against the page as it is now. Through the debugger, so that the page's own content policy stays in force. */
export async function axeViolations(page: Page): Promise<string[]> {
  const session = await sessionOf(page);
  const evaluate = async (expression: string): Promise<unknown> => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
      allowUnsafeEvalBlockedByCSP: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  await evaluate(axe.source);
  return (await evaluate(RUN)) as string[];
}

/** One for as long as the page is there: with the end of any session Chromium forgets the virtual authenticators of the page. */
const SESSIONS = new WeakMap<Page, Promise<CDPSession>>();
function sessionOf(page: Page): Promise<CDPSession> {
  const known = SESSIONS.get(page) ?? page.context().newCDPSession(page);
  SESSIONS.set(page, known);
  return known;
}
