import { PageHeading } from '../parts/page-heading.tsx';
import { hrefOf, type Route } from '../route.ts';
import { useTexts } from '../shell.ts';

type Props = {
  what: Extract<Route, { readonly view: 'unknown' }>['what'];
  /** The nearest place that there is; else the list. */
  nearest?: { readonly href: string; readonly name: string };
};

/** An address that leads nowhere says so, and how one comes on from there. */
export function UnknownScreen({ what, nearest }: Props) {
  const { unknown, signal } = useTexts();
  const { title, text } = unknown[what];
  const { href, name } = nearest ?? { href: hrefOf({ view: 'list', which: 'open' }), name: signal.toList };
  return (
    <>
      <PageHeading title={title}>{title}</PageHeading>
      <p class="utrecht-paragraph">{text}</p>
      <p class="utrecht-paragraph">
        <a class="utrecht-link utrecht-link--html-a" href={href}>
          {name}
        </a>
      </p>
    </>
  );
}
