import { unpackedChromium } from '../../web/chromium.ts';

/** Before the first test that opens a browser: unpacking takes seconds, and each file would do it again. */
export const setup = async (): Promise<void> => void (await unpackedChromium());
