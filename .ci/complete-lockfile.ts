/**
 * `npm run lockfile`: puts back what npm leaves out of package-lock.json when a registry does not serve the build of a tool for some other machine
 * (android, windows, musl …). `npm ci` refuses a lockfile without them, though it would never install them here. Run it after every `npm install`;
 * a test says so when it was forgotten.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { completed } from './lockfile.ts';

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));
writeFileSync(file, `${JSON.stringify({ ...lock, packages: completed(lock.packages) }, null, 2)}\n`);
