import { deviceOf } from '#shared/domain/device.ts';

/** `Chrome, Android`: what a passkey is called until somebody calls it something else. Brands are the same in every language. */
export function deviceName(): string {
  const { platform, browser } = deviceOf(navigator.userAgent);
  return [BRANDS[browser], BRANDS[platform]].filter(Boolean).join(', ') || 'Passkey';
}

const BRANDS: Readonly<Record<string, string>> = {
  android: 'Android',
  iphone: 'iPhone',
  ipad: 'iPad',
  windows: 'Windows',
  mac: 'Mac',
  linux: 'Linux',
  edge: 'Edge',
  samsung: 'Samsung Internet',
  firefox: 'Firefox',
  chrome: 'Chrome',
  safari: 'Safari',
};
