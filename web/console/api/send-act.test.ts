import { afterEach, expect, it, vi } from 'vitest';
import { sendAct } from './send-act.ts';

afterEach(() => vi.unstubAllGlobals());

it('sends what a form made to the route of its act, with the version that its maker saw', async () => {
  const sent: unknown[] = [];
  vi.stubGlobal('fetch', async (url: string, { method, body }: { method: string; body: string }) => {
    sent.push([method, url, JSON.parse(body)]);
    return new Response(null, { status: 204 });
  });
  const reply = await sendAct('attempt', '7G2KQ9XM4T8RBN5W', 3, { way: 'visit' });
  expect(reply).toEqual({ kind: 'ok', answer: undefined });
  expect(sent).toEqual([['POST', '/v1/console/signals/7G2KQ9XM4T8RBN5W/attempts', { way: 'visit', version: 3 }]]);
});
