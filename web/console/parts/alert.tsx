import type { ComponentChildren } from 'preact';

type Props = { kind: 'ok' | 'info' | 'warning' | 'error'; children: ComponentChildren };

export const Alert = ({ kind, children }: Props) => (
  <div class={`utrecht-alert utrecht-alert--${kind} alert`}>
    <div class="utrecht-alert__content">{children}</div>
  </div>
);
