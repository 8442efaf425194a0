const PATHS = {
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 4v5l3.5 2',
  late: 'M12 3.5 2.5 20h19L12 3.5Zm0 6v5m0 2.5v.5',
  calendar: 'M4 6h16v14H4V6Zm0 4.5h16M8 3.5V7m8-3.5V7',
  first: 'M6 21V4h12l-3 4 3 4H6',
  shield: 'M12 3 5 6v5c0 5 3 8.500 7 10 4-1.500 7-5 7-10V6l-7-3Z',
  mail: 'M3 6h18v12H3V6Zm0 .5 9 7 9-7M3.500 3.500l17 17',
  people:
    'M9 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7Zm-6.500 9c0-4 3-6.500 6.500-6.500s6.500 2.500 6.500 6.500M16 4.500a3.500 3.500 0 0 1 0 6.500m2 3c2 1 3.500 3 3.500 6',
  person: 'M12 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-8 10c0-5 4-7.500 8-7.500s8 2.500 8 7.500',
  done: 'm4.500 12.500 5 5 10-11',
  back: 'm14.500 5-7 7 7 7',
  onward: 'm9.500 5 7 7-7 7',
} as const;
export type IconName = keyof typeof PATHS;

/** Always beside words that say the same. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={PATHS[name]} />
  </svg>
);
