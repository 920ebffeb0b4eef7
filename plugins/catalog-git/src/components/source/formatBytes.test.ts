import { formatBytes } from './formatBytes';

it.each([
  [0, '0 B'],
  [812, '812 B'],
  [4_096, '4.1 kB'],
  [104_857_600, '105 MB'],
  [5_000_000_000_000, '5000 GB'],
])('%d bytes are %s', (bytes, expected) => {
  expect(formatBytes(bytes)).toBe(expected);
});
