/** A quick source of numbers for large loads; the same for the same seed everywhere. */
export interface FastRandom {
  /** Uniform in [0, 1). */
  next(): number;
  /** Forty hexadecimal digits. */
  sha(): string;
  uuid(): string;
}

const QUADS = Array.from({ length: 65_536 }, (_, value) =>
  value.toString(16).padStart(4, '0'),
);

/** xorshift128 (Marsaglia). */
export function createFastRandom(seed: number): FastRandom {
  let x = 123456789 ^ seed;
  let y = 362436069 ^ Math.imul(seed, 0x9e3779b1);
  let z = 521288629;
  let w = 88675123;
  const bits = () => {
    const t = x ^ (x << 11);
    x = y;
    y = z;
    z = w;
    w = w ^ (w >>> 19) ^ t ^ (t >>> 8);
    return w >>> 0;
  };
  // The first numbers of close seeds are alike.
  for (let i = 0; i < 20; i++) bits();
  const octet = () => {
    const value = bits();
    return QUADS[value >>> 16] + QUADS[value & 0xffff];
  };
  return {
    next: () => bits() / 4294967296,
    sha: () => octet() + octet() + octet() + octet() + octet(),
    uuid() {
      const [a, b] = [bits(), bits()];
      return `${octet()}-${QUADS[a >>> 16]}-4${QUADS[a & 0xffff].slice(
        1,
      )}-a${QUADS[b >>> 16].slice(1)}-${QUADS[b & 0xffff]}${octet()}`;
    },
  };
}
