import { describe, expect, it } from 'vitest';
import { filePath } from './static-files.ts';

describe('the file behind a path', () => {
  const inside = (path: string): string | undefined => filePath('/site', path)?.slice('/site'.length);

  it('is the file itself, or the index of a folder', () => {
    expect(inside('/')).toBe('/index.html');
    expect(inside('/console/')).toBe('/console/index.html');
    expect(inside('/assets/form.css')).toBe('/assets/form.css');
    expect(inside('/.well-known/security.txt')).toBe('/.well-known/security.txt');
    expect(inside('/een%20pagina.html')).toBe('/een pagina.html');
  });

  it.each([
    '/../secret',
    '/assets/../../secret',
    '/%2e%2e/secret',
    '/..%2fsecret',
    '/%2e%2e%2fsecret',
    '/..\\secret',
    '/%5c..%5csecret',
    '/.git/config',
    '/assets/.env',
    '/form%00.html',
    '/%zz',
    '//../secret',
  ])('is nothing for %s', (path) => {
    expect(filePath('/site', path)).toBeUndefined();
  });
});
