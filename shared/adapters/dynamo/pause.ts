import { setTimeout as delay } from 'node:timers/promises';

const FIRST_PAUSE_MS = 20;

/** Longer after every try, and of random length, so that those who collided do not collide again. */
export const pauseAfter = (tries: number): Promise<void> =>
  delay(Math.ceil(Math.random() * FIRST_PAUSE_MS * 2 ** tries));
