import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import lighthouse from 'lighthouse';
import { SITE_HEADERS } from '#shared/contracts/site-headers.ts';
import { staticFiles } from '../../infra/local/static-files.ts';
import { buildWeb } from '../../web/build.ts';
import { launchChromium } from '../../web/chromium.ts';

/**
 * `npm run performance:lighthouse`: the public pages on Lighthouse's slow phone, built and served as in production. A benchmark, not a test:
 * its performance figure depends on how busy the machine is. Ends with 1 below the bar.
 */
const BAR: Readonly<Record<string, number>> = {
  performance: 98,
  accessibility: 100,
  'best-practices': 100,
  seo: 100,
};
/** These are `noindex` on purpose, which Lighthouse counts against them. */
const NOT_INDEXED = new Set(['/status/']);
const PORT = 9_333;

const { values } = parseArgs({ options: { municipality: { type: 'string', default: 'demo' } } });
const outDir = join(tmpdir(), `lighthouse-${process.pid}`);
await buildWeb({ municipality: values.municipality, outDir });
const files = staticFiles(outDir);
const server = createServer(async (request, response) => {
  for (const [name, value] of Object.entries(SITE_HEADERS)) response.setHeader(name, value);
  const outcome = await files(request, response, new URL(request.url ?? '/', 'http://localhost').pathname);
  if (outcome === 'not-found') response.writeHead(404).end();
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.address() as AddressInfo;
const browser = await launchChromium('--headless=new', `--remote-debugging-port=${PORT}`);

try {
  for (const path of ['/', '/en/', '/privacy/', '/accessibility/', '/security/', '/status/']) await measure(path);
} finally {
  await browser.close();
  server.close();
}

async function measure(path: string): Promise<void> {
  const result = await lighthouse(`http://localhost:${port}${path}`, {
    port: PORT,
    logLevel: 'error',
    onlyCategories: Object.keys(BAR),
  });
  if (!result) throw new Error(`Lighthouse gave no result for ${path}`);
  const { categories, audits } = result.lhr;
  const scores = Object.keys(BAR).map((name) => {
    const score = Math.round((categories[name]?.score ?? 0) * 100);
    if (score < (BAR[name] ?? 0) && !(name === 'seo' && NOT_INDEXED.has(path))) process.exitCode = 1;
    return `${name} ${score}`;
  });
  const times = ['first-contentful-paint', 'largest-contentful-paint', 'total-byte-weight'].map(
    (name) => `${name} ${audits[name]?.displayValue}`,
  );
  console.log(path, [...scores, ...times].join(', '));
  for (const [name, { auditRefs }] of Object.entries(categories)) {
    if (name === 'performance') continue;
    for (const { id } of auditRefs) if (audits[id]?.score === 0) console.log(`  ${name}: ${id}: ${audits[id]?.title}`);
  }
}
