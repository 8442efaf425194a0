import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attributes, documentOf, escapeHtml, html } from './html.ts';

describe('html', () => {
  it('escapes what is put into it, in text and in attributes', () => {
    const typed = `<script>alert("1" & '2')</script>`;
    expect(String(html`<p title="${typed}">${typed}</p>`)).toBe(
      '<p title="&lt;script&gt;alert(&quot;1&quot; &amp; &#39;2&#39;)&lt;/script&gt;">' +
        '&lt;script&gt;alert(&quot;1&quot; &amp; &#39;2&#39;)&lt;/script&gt;</p>',
    );
  });

  it('does not escape html twice, also in lists', () => {
    const item = (text: string) => html`<li>${text}</li>`;
    expect(String(html`<ul>${['a & b', 'c'].map(item)}</ul>`)).toBe('<ul><li>a &amp; b</li><li>c</li></ul>');
  });

  it('shows nothing for false and undefined, and a zero for zero', () => {
    expect(String(html`${false}${undefined}${0}`)).toBe('0');
  });

  it('leaves out attributes that are false or undefined and writes those that are true without a value', () => {
    expect(String(attributes({ id: 'a', hidden: false, checked: true, title: undefined, value: '"' }))).toBe(
      ' id="a" checked value="&quot;"',
    );
  });

  it('lets no typed text end an element or a quoted attribute', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        expect(escapeHtml(typed)).not.toMatch(/[<>"']/);
      }),
    );
  });

  it('keeps the lines that somebody typed', () => {
    const page = documentOf(html`<textarea>
${'one\n\n  two'}</textarea>
    <p>`);
    expect(page).toContain('one\n\n  two');
  });
});
