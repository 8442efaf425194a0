import { Agent, request } from 'node:http';
import { type LocalOmzien, startLocal } from '../../../infra/local/start-local.ts';
import type { Target } from './drive.ts';
import { aForm } from './form.ts';

const PATIENCE_MS = 60_000;
/** Which mail it is stands in its link. */
const OWNERS_MAIL = /#\/signalen\/([0-9A-Z]+)\?mail=notify-\d+-owner-first/g;

export type EmulatorTarget = Target & { stop(): Promise<void> };

/** The deployed stacks on an emulator of our own, behind the front server, as a browser meets them. */
export async function emulatorTarget(onProgress: (line: string) => void): Promise<EmulatorTarget> {
  const local: LocalOmzien = await startLocal({ port: 0, onProgress });
  const { port } = new URL(local.url);
  const agent = new Agent({ keepAlive: true, maxSockets: 500 });
  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    answered({ host: '127.0.0.1', port, path, agent, headers }, JSON.stringify(body));
  return {
    async post(key) {
      const { status, body } = await post('/v1/signals', aForm(), { 'idempotency-key': key });
      return { status, ...(status === 201 && { reference: JSON.parse(body).reference }) };
    },
    askAfter: async (reference) => (await post('/v1/signal-status', { reference })).status,
    async told() {
      // From the emulator itself and not from our inbox: of 16,000 mails that is a page of a hundred megabytes.
      const response = await fetch(`${local.emulatorUrl}/_ministack/ses/messages`);
      return new Set([...(await response.text()).matchAll(OWNERS_MAIL)].map(([, reference = '']) => reference));
    },
    async stop() {
      agent.destroy();
      await local.stop();
    },
  };
}

type Where = { host: string; port: string; path: string; agent: Agent; headers: Record<string, string> };

const answered = ({ headers, ...where }: Where, body: string): Promise<{ status: number; body: string }> =>
  new Promise((resolve, reject) => {
    const asked = request(
      {
        ...where,
        method: 'POST',
        timeout: PATIENCE_MS,
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
        response.on('error', reject);
      },
    );
    asked.on('timeout', () => asked.destroy(new Error('no answer in time')));
    asked.on('error', reject);
    asked.end(body);
  });
