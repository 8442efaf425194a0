import { execFileSync } from 'node:child_process';

let found: string | undefined;

/** The commit that is deployed, for people to compare; `unknown` outside a repository, and with a plus when something was changed besides. */
export function release(): string {
  found ??= describe();
  return found;
}

function describe(): string {
  const git = (...args: string[]): string =>
    execFileSync('git', args, {
      cwd: import.meta.dirname,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  try {
    const commit = git('rev-parse', '--short=10', 'HEAD');
    return git('status', '--porcelain', '--untracked-files=no') === '' ? commit : `${commit}+`;
  } catch {
    return 'unknown';
  }
}
