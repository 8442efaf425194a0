import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startStand } from './stand.ts';
import { STATES } from './states.ts';

/**
 * `npm run looks`: a picture of every page in every state, for eyes: `dist/looks/<municipality>/<name>-<width>.png`, `-forced` in the
 * reader's own colours, `-paper` as it is printed. `npm run looks -- status` makes those whose name begins with it.
 */
const MUNICIPALITIES = ['demo', 'demo-haven'];
const VIEWPORTS = [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
];
const FOLDER = join(import.meta.dirname, '../../dist/looks');

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { municipality: { type: 'string', multiple: true, default: MUNICIPALITIES } },
});
const wanted = STATES.filter(
  ({ name }) => positionals.length === 0 || positionals.some((start) => name.startsWith(start)),
);

for (const municipality of values.municipality) {
  const folder = join(FOLDER, municipality);
  if (positionals.length === 0) await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const stand = await startStand(municipality);
  try {
    for (const viewport of VIEWPORTS) {
      for (const { name, path, withoutScript, reach } of wanted) {
        const page = await stand.open(path, { viewport, script: !withoutScript });
        await reach?.(page);
        const file = join(folder, `${name}-${viewport.width}`);
        await page.waitForLoadState();
        await page.mouse.move(0, 0);
        // What has a place on the screen, such as the skip link, would otherwise stand in the middle of the picture.
        await page.evaluate('scrollTo(0, 0)');
        await page.screenshot({ path: `${file}.png`, fullPage: true });
        await page.emulateMedia({ forcedColors: 'active' });
        await page.screenshot({ path: `${file}-forced.png`, fullPage: true });
        if (name.includes('thanks')) {
          await page.emulateMedia({ forcedColors: 'none', media: 'print' });
          await page.screenshot({ path: `${file}-paper.png`, fullPage: true });
        }
        await page.close();
      }
    }
    console.log(`${municipality}: ${wanted.length} states in ${folder}`);
  } finally {
    await stand.close();
  }
}
