import type { Check } from './check';

const APPROVED =
  /^(node:24\.\d+\.\d+-bookworm-slim|python:3\.\d+\.\d+-slim-bookworm)$/;

/** The image is built from what is approved, and does not run as root. */
export const imageIsSafe: Check = ({ tree, values }) => {
  const dockerfile = tree.get('Dockerfile');
  if (dockerfile === undefined) return ['Dockerfile: is missing'];
  const instructions = dockerfile
    .split('\n')
    .filter(line => /^[A-Z]+ /.test(line));
  const stages = new Set(
    instructions.flatMap(line => line.match(/^FROM .* AS (\S+)$/)?.[1] ?? []),
  );
  const bases = instructions
    .flatMap(line => line.match(/^FROM (\S+)/)?.[1] ?? [])
    .filter(base => !stages.has(base));
  const users = instructions.filter(line => line.startsWith('USER '));
  const isService = values[0].workload === 'service';
  return [
    ...bases
      .filter(base => !APPROVED.test(base))
      .map(base => `Dockerfile: ${base} is not among the approved images`),
    ...(/^USER [1-9]\d*(:[1-9]\d*)?$/.test(users.at(-1) ?? '')
      ? []
      : ['Dockerfile: ends without a numeric USER']),
    ...(isService && !dockerfile.includes('HEALTHCHECK')
      ? ['Dockerfile: lacks HEALTHCHECK']
      : []),
    ...instructions
      .filter(line => /^(ARG|ENV) .*(PASSWORD|SECRET|TOKEN)/i.test(line))
      .map(line => `Dockerfile: ${line} would be in the image for all to read`),
  ];
};
