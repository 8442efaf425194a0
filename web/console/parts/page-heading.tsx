import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { serviceName } from '../service-name.ts';

/** The first page that opens leaves the focus where the browser puts it. */
let firstPage = true;

/**
 * The h1 of a screen. A new screen moves the focus here, so that a screen reader says where one is. `title` is what the browser's tab
 * and history keep: never an address.
 */
export function PageHeading({ title, children }: { title: string; children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (!firstPage) heading.current?.focus();
    firstPage = false;
  }, []);
  useEffect(() => {
    document.title = `${title} – ${serviceName()}`;
  }, [title]);
  return (
    <h1 ref={heading} tabIndex={-1} class="utrecht-heading-1 page-heading">
      {children}
    </h1>
  );
}
