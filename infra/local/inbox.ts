import type { ServerResponse } from 'node:http';
import { INBOX_CSS, INBOX_POLICY, inboxPage, MAIL_POLICY } from './inbox-page.ts';
import type { CaughtMail, Mailbox } from './mailbox.ts';

const NUMBERED = /^\/local\/inbox\/(\d{1,6})\.html$/;
const HTML = 'text/html; charset=utf-8';

/** Everything under /local: the mails that the site sent, for people and for tests. It exists on this computer only. */
export async function answerInbox(
  mailbox: Mailbox,
  path: string,
  response: ServerResponse,
): Promise<'answered' | 'not-found'> {
  response.setHeader('cache-control', 'no-store');
  if (path === '/local/inbox.css') return sendText(response, 'text/css; charset=utf-8', INBOX_CSS);
  if (path === '/local/inbox.json') {
    return sendText(
      response,
      'application/json; charset=utf-8',
      JSON.stringify((await mailbox()).map(asJson).reverse()),
    );
  }
  if (path === '/local/inbox' || path === '/local/inbox/') {
    response.setHeader('content-security-policy', INBOX_POLICY);
    return sendText(response, HTML, inboxPage(await mailbox()));
  }
  const [, number] = NUMBERED.exec(path) ?? [];
  const html = number === undefined ? null : ((await mailbox())[Number(number)]?.html ?? null);
  if (html === null) return 'not-found';
  response.setHeader('content-security-policy', MAIL_POLICY).setHeader('x-frame-options', 'SAMEORIGIN');
  return sendText(response, HTML, withLinksInNewTab(html));
}

/** The site refuses to be shown inside a frame. */
const withLinksInNewTab = (html: string): string => {
  const base = '<base target="_blank">';
  return html.includes('<head>') ? html.replace('<head>', `<head>${base}`) : base + html;
};

const asJson = ({ to, subject, text, html, sentAt }: CaughtMail) => ({
  to,
  subject,
  text,
  html,
  sentAt: sentAt.toISOString(),
});

function sendText(response: ServerResponse, contentType: string, text: string): 'answered' {
  response.writeHead(200, { 'content-type': contentType });
  response.end(text);
  return 'answered';
}
