import { expect, it } from 'vitest';
import { deviceOf } from './device.ts';

const CHROME = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0';
it.each([
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1',
    'iphone',
    'safari',
  ],
  [
    'Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) AppleWebKit/605.1.15 CriOS/142.0 Mobile/15E148 Safari/604.1',
    'ipad',
    'chrome',
  ],
  [`Mozilla/5.0 (Linux; Android 10; K) ${CHROME} Mobile Safari/537.36`, 'android', 'chrome'],
  [
    `Mozilla/5.0 (Linux; Android 13; SM-A536B) ${CHROME} SamsungBrowser/28.0 Mobile Safari/537.36`,
    'android',
    'samsung',
  ],
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME} Safari/537.36 Edg/142.0.0.0`, 'windows', 'edge'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:144.0) Gecko/20100101 Firefox/144.0', 'mac', 'firefox'],
  [`Mozilla/5.0 (X11; Linux x86_64) ${CHROME} Safari/537.36`, 'linux', 'chrome'],
  ['curl/8.5.0', 'other', 'other'],
  [undefined, 'other', 'other'],
])('reads %s as %s, %s', (userAgent, platform, browser) => {
  expect(deviceOf(userAgent)).toEqual({ platform, browser });
});
