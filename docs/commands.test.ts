import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

/** A script of package.json that is one file, run as npm does. */
function run(name: string, ...words: readonly string[]) {
  const [, file = ''] = /^node (\S+\.ts)$/.exec(scripts[name] ?? '') ?? [];
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...words], { cwd: ROOT, encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('a command', () => {
  it.each(['start', 'build', 'kit', 'import-directory', 'restore-drill', 'simulate'])(
    '%s says how it is used',
    (name) => {
      const { status, stdout, stderr } = run(name, '--help');
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(stdout).toContain(name === 'start' ? 'npm start' : `npm run ${name} --`);
    },
  );

  it.each([
    ['build', '--gemeente', 'demo'],
    ['build', 'demo'],
    ['build', '--municipality'],
    ['simulate', '--seeds', '3'],
    ['simulate', '--seed', 'many'],
  ])('%s answers %s %s with its usage and exit 2, in place of a stack', (name, ...words) => {
    const { status, stdout, stderr } = run(name, ...words);
    expect({ status, stderr }).toEqual({ status: 2, stderr: '' });
    expect(stdout).toContain('Usage: npm run');
  });
});

describe('the documents', () => {
  const files = ['README.md', 'CONTRIBUTING.md', 'docs/operators.md', 'docs/runbook.md', 'docs/testing.md'];

  it.each(files)('%s names no script that package.json has not', (file) => {
    const text = readFileSync(join(ROOT, file), 'utf8');
    const named = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
    // The `node` of a machine may be older than these files need; npm runs the one that is installed here.
    expect(text).not.toMatch(/\bnode (?:docs|infra|web|tests)\//);
  });
});
