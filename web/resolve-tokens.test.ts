import { describe, expect, it } from 'vitest';
import { resolveTokens } from './resolve-tokens.ts';

describe('the tokens of a style sheet', () => {
  it('are put where they are used, over any chain, and the last one on the root counts', () => {
    const css = ':root{--a:var(--b);--b:red}:root{--b:green}.x{color:var(--a);margin:0}';
    expect(resolveTokens(css)).toBe(':root{}:root{}.x{color:green;margin:0}');
  });

  it('stay where a rule or a media query sets them again', () => {
    const own = ':root{--a:red}.x{--a:blue;color:var(--a)}';
    expect(resolveTokens(own)).toBe(own);
    const media = ':root{--a:red}.x{color:var(--a)}@media print{:root{--a:blue}}';
    expect(resolveTokens(media)).toBe(media);
  });

  it('give way to what stands in for them where nothing sets them, and stay where nothing does', () => {
    expect(resolveTokens('.x{color:var(--nowhere, var(--neither, rgb(0 0 0 / 50%)))}')).toBe(
      '.x{color:rgb(0 0 0 / 50%)}',
    );
    expect(resolveTokens('.x{color:var(--nowhere)}')).toBe('.x{color:var(--nowhere)}');
    expect(resolveTokens('.x:hover{width:calc(var(--utrecht-y) * 2);margin:0}.x{--z:var(--utrecht-z)}')).toBe(
      '.x:hover{margin:0}.x{}',
    );
    expect(resolveTokens('.x{color:var(--set,red)}.y{--set:blue}')).toBe('.x{color:var(--set,red)}.y{--set:blue}');
  });

  it('count before what stands in for them, however deep that goes', () => {
    const css = ':root{--a:red}.x{color:var(--a,var(--nowhere,rgb(0 0 0)));fill:var(--nowhere,var(--a))}';
    expect(resolveTokens(css)).toBe(':root{}.x{color:red;fill:red}');
  });

  it('may hold a picture or words in quotes', () => {
    const css =
      ':root{--logo:url("data:image/svg+xml,%3Csvg;%7D");--font:"Noto; Sans",serif}.x{background:var(--logo);font:var(--font)}';
    expect(resolveTokens(css)).toBe(
      ':root{}.x{background:url("data:image/svg+xml,%3Csvg;%7D");font:"Noto; Sans",serif}',
    );
  });
});
