import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { completed, missingPackages } from '../../.ci/lockfile.ts';

const read = (file: string) => JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'));

describe('the lockfile', () => {
  it('knows the build of every tool for every machine, or `npm ci` refuses it; else run `npm run lockfile`', () => {
    expect(missingPackages(read('package-lock.json').packages)).toEqual({});
  });

  it('names no registry: whoever installs uses their own', () => {
    const packages: Record<string, { resolved?: string }> = read('package-lock.json').packages;
    expect(Object.values(packages).flatMap(({ resolved }) => (resolved ? [resolved] : []))).toEqual([]);
  });

  it('holds exact versions only', () => {
    const { dependencies, devDependencies } = read('package.json');
    const loose = Object.entries<string>({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
    );
    expect(loose).toEqual([]);
  });

  it('is completed with what a tool asks for on another machine', () => {
    const packages = {
      '': {},
      'node_modules/tool': {
        version: '1.0.0',
        optionalDependencies: { 'tool-linux-x64-musl': '1.0.0', 'tool-here': '1.0.0' },
      },
      'node_modules/tool-here': { version: '1.0.0' },
    };
    expect(completed(packages)).toEqual({
      ...packages,
      'node_modules/tool-linux-x64-musl': {
        version: '1.0.0',
        os: ['linux'],
        cpu: ['x64'],
        libc: ['musl'],
        dev: true,
        optional: true,
      },
    });
  });
});
