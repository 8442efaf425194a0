/**
 * The first 32 bits of the SHA-256 (FIPS 180-4) of a short ASCII text, at most 55 characters: one block. `crypto.subtle` answers each hash by a
 * promise, which costs a phone many times the hash itself.
 */
const { initial, constants } = firstPrimes(64);
const schedule = new Int32Array(64);

export function firstWordOfSha256(text: string): number {
  const w = schedule.fill(0);
  for (let at = 0; at < text.length; at += 1) w[at >> 2] = word(at >> 2) | (text.charCodeAt(at) << (24 - (at & 3) * 8));
  w[text.length >> 2] = word(text.length >> 2) | (0x80 << (24 - (text.length & 3) * 8));
  w[15] = text.length * 8;
  for (let at = 16; at < 64; at += 1) {
    const [x, y] = [word(at - 15), word(at - 2)];
    w[at] =
      word(at - 16) + (turn(x, 7) ^ turn(x, 18) ^ (x >>> 3)) + word(at - 7) + (turn(y, 17) ^ turn(y, 19) ^ (y >>> 10));
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = initial;
  for (let at = 0; at < 64; at += 1) {
    const one =
      (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + (constants[at] ?? 0) + word(at)) | 0;
    const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  return ((initial[0] ?? 0) + a) | 0;
}

const word = (at: number): number => schedule[at] ?? 0;
const turn = (x: number, by: number): number => (x >>> by) | (x << (32 - by));

/** The first 32 bits of the fractions of the square roots of the first eight primes, and of the cube roots of the first `count`. */
function firstPrimes(count: number): { initial: Int32Array; constants: Int32Array } {
  const primes: number[] = [];
  for (let number = 2; primes.length < count; number += 1)
    if (primes.every((prime) => number % prime)) primes.push(number);
  const fraction = (root: number): number => ((root % 1) * 2 ** 32) | 0;
  return {
    initial: Int32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime))),
    constants: Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime))),
  };
}
