/** What the municipality calls its service. The build writes it into the page (`consolePage` in `web/build.ts`). */
export const serviceName = (): string =>
  document.querySelector<HTMLMetaElement>('meta[name="application-name"]')?.content ?? document.title;
