import type { ComponentChildren } from 'preact';

export type Weight = 'primary-action' | 'secondary-action' | 'subtle';

type Props = {
  weight?: Weight;
  danger?: boolean;
  busy?: boolean;
  submit?: boolean;
  /** What it says to who cannot see what it stands beside; begins with what is on it. */
  label?: string;
  onClick?: () => void;
  children: ComponentChildren;
};

/** A busy button stays focusable; whoever sends makes sure that a second tap sends nothing. */
export const Button = ({ weight = 'primary-action', danger, busy, submit, label, onClick, children }: Props) => (
  <button
    type={submit ? 'submit' : 'button'}
    class={`utrecht-button utrecht-button--${weight}${danger ? ' button--danger' : ''} button`}
    aria-label={label}
    aria-disabled={busy ? 'true' : undefined}
    onClick={onClick}
  >
    {children}
  </button>
);

type LinkProps = {
  href: string;
  weight: Weight;
  danger?: boolean;
  big?: boolean;
  /** Beside going there. */
  onClick?: () => void;
  children: ComponentChildren;
};

/** Leads to a form; looks like the button it is for people, and is a link for the browser's back and for "open in a new tab". */
export const ButtonLink = ({ href, weight, danger, big, onClick, children }: LinkProps) => (
  <a
    href={href}
    onClick={onClick}
    class={`utrecht-button utrecht-button--${weight}${danger ? ' button--danger' : ''} button${big ? ' button--big' : ''}`}
  >
    {children}
  </a>
);
