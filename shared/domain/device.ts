/** What a member recognises a session by: enough to tell "my phone" from "not mine", too little to tell one phone from another. */

export const PLATFORMS = ['android', 'iphone', 'ipad', 'windows', 'mac', 'linux', 'other'] as const;
export const BROWSERS = ['edge', 'samsung', 'firefox', 'chrome', 'safari', 'other'] as const;
export type Device = {
  readonly platform: (typeof PLATFORMS)[number];
  readonly browser: (typeof BROWSERS)[number];
};

const PLATFORM_SIGNS: readonly (readonly [RegExp, Device['platform']])[] = [
  [/iPhone/, 'iphone'],
  [/iPad/, 'ipad'],
  [/Android/, 'android'],
  [/Windows/, 'windows'],
  [/Macintosh/, 'mac'],
  [/Linux|CrOS/, 'linux'],
];
/** In this order: Edge and Samsung call themselves Chrome, and all of them call themselves Safari. */
const BROWSER_SIGNS: readonly (readonly [RegExp, Device['browser']])[] = [
  [/Edg(e|A|iOS)?\//, 'edge'],
  [/SamsungBrowser\//, 'samsung'],
  [/(Firefox|FxiOS)\//, 'firefox'],
  [/(Chrome|CriOS)\//, 'chrome'],
  [/Safari\//, 'safari'],
];

/** Reads a `User-Agent`. Anything unknown, or none at all, is `other`. */
export function deviceOf(userAgent: string | undefined): Device {
  const read = userAgent ?? '';
  return {
    platform: PLATFORM_SIGNS.find(([sign]) => sign.test(read))?.[1] ?? 'other',
    browser: BROWSER_SIGNS.find(([sign]) => sign.test(read))?.[1] ?? 'other',
  };
}
