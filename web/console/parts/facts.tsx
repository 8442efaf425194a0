import type { ComponentChildren } from 'preact';

/** Label and value, one under the other on a phone. Nothing is shown for a fact that is not there. */
export const Facts = ({ children }: { children: ComponentChildren }) => <dl class="facts">{children}</dl>;

export const Fact = ({ label, children }: { label: string; children: ComponentChildren }) =>
  children === undefined || children === '' || children === false ? null : (
    <div class="facts__item">
      <dt class="facts__label">{label}</dt>
      <dd class="facts__value">{children}</dd>
    </div>
  );

export const Several = ({ texts }: { texts: readonly string[] }) => (
  <ul class="utrecht-unordered-list several">
    {texts.map((text) => (
      <li key={text} class="utrecht-unordered-list__item">
        {text}
      </li>
    ))}
  </ul>
);

export const Section = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <section class="section">
    <h2 class="utrecht-heading-2 section__title">{title}</h2>
    {children}
  </section>
);
