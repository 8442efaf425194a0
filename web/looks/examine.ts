import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What a page has against it as it stands now. Every list is expected to be empty. */
type Finding = {
  readonly violations: readonly string[];
  /** Pixels that the page is wider than the screen. */
  readonly sideways: number;
  /** What words stick out of, or are cut off by. */
  readonly clipped: readonly string[];
  /** What stands alone and is smaller than a thumb. */
  readonly small: readonly string[];
};

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Through the debugger, so that the page's own content policy stays in force. */
export async function examine(page: Page): Promise<Finding> {
  const session = await page.context().newCDPSession(page);
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
  try {
    if ((await evaluate('typeof axe')) === 'undefined') await evaluate(axe.source);
    return (await evaluate(EXAMINE)) as Finding;
  } finally {
    await session.detach();
  }
}

/** WCAG 1.4.12: the most that a reader may set, and nothing is lost. */
export const spaceOut = (page: Page): Promise<void> =>
  page.evaluate(`{
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { letter-spacing: 0.12em !important; line-height: 1.5 !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }');
    document.adoptedStyleSheets.push(sheet);
  }`);

/** Runs in the page. Words that nobody sees on purpose (\`not-for-…\`) may be cut off. */
const EXAMINE = `(async () => {
  const THUMB = 44;
  const shown = (element) => element.checkVisibility() && !element.closest('.not-for-eyes, .not-for-people, .utrecht-skip-link');
  const name = (element) => element.outerHTML.slice(0, 80);
  const all = [...document.body.querySelectorAll('*')].filter(shown);
  const { violations } = await axe.run(document, { runOnly: ${JSON.stringify(TAGS)}, resultTypes: ['violations'] });
  const alone = (link) => link.parentElement.textContent.trim() === link.textContent.trim();
  const target = (control) => control.closest('.choice') ?? control;
  const least = (control) => (control.matches('[href^="tel:"]') && !alone(control) ? 32 : THUMB);
  return {
    violations: violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target, failureSummary }) => target + ' ' + failureSummary).join(' | ')),
    sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    clipped: all.filter((element) => !element.matches('input, textarea') && element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline').map(name),
    small: all
      .filter((element) => element.matches('button, summary, input, textarea, .choice, header a, [href^="tel:"]') || (element.matches('a') && alone(element)))
      .filter((element) => Math.round(target(element).getBoundingClientRect().height) < least(element))
      .map(name),
  };
})()`;
