import { randomUUID } from 'node:crypto';
import type { SignalView } from '#shared/contracts/console.ts';
import type { LetterView } from '#shared/contracts/letter.ts';
import type { SignalReceipt, SignalSubmissionInput } from '#shared/contracts/signal-submission.ts';
import type { Canary } from './canary.ts';
import { codeFor, mails } from './mailbox.ts';
import type { Town } from './town.ts';

type Local = Pick<Town, 'local'>;

export const aSubmission = (more: Partial<SignalSubmissionInput> = {}): SignalSubmissionInput => ({
  about: 'someone-else',
  address: { postcode: '3011AB', houseNumber: 12 },
  reasons: ['stays-away'],
  reporter: { kind: 'shop' },
  ...more,
});

/** Everything that can be told, each in words that are found again wherever they go. */
export const aTellingSubmission = (canary: Canary, wantsUpdates: boolean): SignalSubmissionInput =>
  aSubmission({
    address: {
      postcode: canary.postcode,
      houseNumber: 7,
      houseNumberAddition: canary.addition,
      street: canary.street,
      town: canary.town,
    },
    explanation: canary.explanation,
    reporter: {
      kind: 'neighbour',
      name: canary.name,
      phone: canary.phone,
      email: canary.email,
      mayBeContacted: true,
      wantsUpdates,
    },
  });

export const postSignal = ({ local }: Local, body: SignalSubmissionInput, key: string = randomUUID()) =>
  fetch(`${local.url}/v1/signals`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(body),
  });

export async function submitted(town: Local, body: SignalSubmissionInput, key?: string): Promise<string> {
  const response = await postSignal(town, body, key);
  if (response.status !== 201) throw new Error(`the signal was answered with ${response.status}`);
  const { reference } = (await response.json()) as SignalReceipt;
  return reference;
}

/** The word that a reporter hears about a signal; `unknown` for 404. */
export async function statusOf({ local }: Local, reference: string): Promise<string> {
  const response = await fetch(`${local.url}/v1/signal-status`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ reference }),
  });
  if (response.status === 404) return 'unknown';
  const { status } = (await response.json()) as { status: string };
  return status;
}

/** A member who works through the API, without a browser. */
export type ApiMember = {
  view(reference: string): Promise<SignalView>;
  /** The code on the letter for the resident. */
  letterCode(reference: string): Promise<string>;
  /** Acts on the version that is there now. */
  act<Answer = SignalView>(reference: string, what: string, body: object): Promise<Answer>;
};

/** Signs in once in a town: nobody gets more than five codes an hour. */
export function apiMember(town: Local, email: string): Promise<ApiMember> {
  const members = MEMBERS.get(town.local) ?? new Map<string, Promise<ApiMember>>();
  MEMBERS.set(town.local, members);
  const known = members.get(email) ?? signedInMember(town, email);
  members.set(email, known);
  return known;
}
const MEMBERS = new WeakMap<Town['local'], Map<string, Promise<ApiMember>>>();

async function signedInMember(town: Local, email: string): Promise<ApiMember> {
  const base = `${town.local.url}/v1/console`;
  const post = (path: string, body: object, cookie = '') =>
    fetch(base + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify(body),
    });
  const before = (await mails(town)).length;
  const asked = await post('/sign-in-codes', { email });
  const opened = await post('/sessions', { code: await codeFor(town, email, before) }, cookieOf(asked));
  if (opened.status !== 201) throw new Error(`signing in was answered with ${opened.status}`);
  const cookie = cookieOf(opened);

  const read = async <Answer>(path: string) => {
    const response = await fetch(base + path, { headers: { cookie } });
    if (!response.ok) throw new Error(`reading was answered with ${response.status}`);
    return (await response.json()) as Answer;
  };
  const view = (reference: string) => read<SignalView>(`/signals/${reference}`);
  return {
    view,
    async letterCode(reference) {
      const { code } = await read<LetterView>(`/signals/${reference}/letter`);
      if (!code) throw new Error('a letter without a code');
      return code;
    },
    async act<Answer = SignalView>(reference: string, what: string, body: object) {
      const { version } = await view(reference);
      const response = await post(`/signals/${reference}/${what}`, { version, ...body }, cookie);
      const answer = await response.text();
      if (!response.ok) throw new Error(`${what} was answered with ${response.status}: ${answer}`);
      return (answer === '' ? undefined : JSON.parse(answer)) as Answer;
    },
  };
}

const cookieOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .filter((cookie) => !/Max-Age=0/.test(cookie))
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ');
