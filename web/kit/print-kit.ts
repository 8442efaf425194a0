import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launchChromium } from '../chromium.ts';
import { kitPages } from './kit-pages.ts';
import { qrSvg } from './qr-code.ts';
import { addressOf, type Kit } from './sheets.ts';

/** Writes the kit of one location: each sheet as PDF to print and as HTML to change, and the code alone. Gives the files that it wrote. */
export async function printKit(kit: Kit, css: string, folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const written: string[] = [];
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    for (const [name, document] of Object.entries(kitPages(kit, css))) {
      const file = (ending: string): string => join(folder, `${name}.${ending}`);
      await writeFile(file('html'), document);
      await page.setContent(document);
      await page.pdf({ path: file('pdf'), preferCSSPageSize: true, printBackground: true });
      written.push(file('html'), file('pdf'));
    }
  } finally {
    await browser.close();
  }
  const code = join(folder, 'qr-code.svg');
  await writeFile(code, qrSvg(addressOf(kit)));
  return [...written, code];
}
