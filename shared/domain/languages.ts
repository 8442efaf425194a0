// Made by `npm run languages` from the folders of shared/texts.
export const LANGUAGES = ['nl', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
