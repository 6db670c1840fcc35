// The proof of work that public paths ask for when many call at once. A mini program has no SHA-256, so here is one.

const SHAPE = /^v1\.\d+\.(\d+)\./;
const MOST_BITS = 24;

/** Return the proof for a challenge, as the header takes it. Throws RangeError when more is asked than is decent. */
export function proofOf(challenge) {
  const bits = bitsOf(challenge);
  if (!(bits <= MOST_BITS)) throw new RangeError('not a challenge');
  for (let nonce = 0; ; nonce += 1) {
    if (leadingZeros(sha256(`${challenge}.${nonce}`)) >= bits) return `${challenge} ${nonce}`;
  }
}

function bitsOf(challenge) {
  const shape = SHAPE.exec(challenge);
  return shape ? Number(shape[1]) : NaN;
}

function leadingZeros(words) {
  const first = words.findIndex((word) => word !== 0);
  return first < 0 ? 256 : first * 32 + Math.clz32(words[first]);
}

const isPrime = (n) => !Array.from({ length: n }, (_, d) => d).some((d) => d > 1 && n % d === 0);
const PRIMES = Array.from({ length: 312 }, (_, n) => n).filter((n) => n > 1 && isPrime(n));
const fraction = (x) => ((x - Math.floor(x)) * 2 ** 32) | 0;
const ROUND = PRIMES.slice(0, 64).map((p) => fraction(Math.cbrt(p)));
const START = PRIMES.slice(0, 8).map((p) => fraction(Math.sqrt(p)));
const turn = (x, n) => (x >>> n) | (x << (32 - n));

/** Return the SHA-256 of an ASCII text as eight words. */
export function sha256(text) {
  const length = text.length;
  const words = new Int32Array((((length + 8) >> 6) + 1) * 16);
  for (let i = 0; i < length; i += 1) words[i >> 2] |= text.charCodeAt(i) << (24 - (i % 4) * 8);
  words[length >> 2] |= 0x80 << (24 - (length % 4) * 8);
  words[words.length - 1] = length * 8;
  const state = START.slice();
  for (let at = 0; at < words.length; at += 16) block(state, words.subarray(at, at + 16));
  return state.map((word) => word >>> 0);
}

function block(state, words) {
  const w = new Int32Array(64);
  w.set(words);
  for (let i = 16; i < 64; i += 1) {
    const [a, b] = [w[i - 15], w[i - 2]];
    const s0 = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3);
    const s1 = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10);
    w[i] = (w[i - 16] + s0 + w[i - 7] + s1) | 0;
  }
  let [a, b, c, d, e, f, g, h] = state;
  for (let i = 0; i < 64; i += 1) {
    const t1 = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + ROUND[i] + w[i]) | 0;
    const t2 = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => {
    state[i] = (state[i] + word) | 0;
  });
}
