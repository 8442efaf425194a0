import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findPython } from './python.ts';

describe('the Python for the emulator', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'python-test-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** Answers as an interpreter would: its version, and whether it has venv. */
  const installed = async (command: string, answer: string): Promise<void> => {
    const file = join(folder, command);
    await writeFile(file, `#!/bin/sh\necho '${answer}'\n`);
    await chmod(file, 0o755);
  };
  const found = (): Promise<string> => findPython({ env: { PATH: folder } });

  it('is the first that is recent and can make an environment', async () => {
    await installed('python3', '3 9 1');
    await installed('python', '3 13 1');
    expect(await found()).toBe('python');
  });

  it('is asked for when there is none', async () => {
    await expect(found()).rejects.toThrow(
      /^The AWS emulator needs Python 3\.10 or newer, and there is none on the PATH\.$/,
    );
  });

  it('is asked for when it is too old', async () => {
    await installed('python3', '3 9 1');
    await expect(found()).rejects.toThrow("there is none on the PATH; 'python3' is 3.9.");
  });

  it('needs venv, which Debian packs apart', async () => {
    await installed('python3', '3 12 0');
    await expect(found()).rejects.toThrow('On Debian and Ubuntu: sudo apt install python3-venv');
  });
});
