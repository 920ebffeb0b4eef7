import { z } from 'zod';
import type { Contract } from './contract';
import type { Endpoint } from './endpoint';
import { pathParameters, toPathTemplate } from './path';
import type { Webhook } from './webhook';

/**
 * Refuses a contract that could not be served as it is written.
 *
 * @throws Error listing every problem, so that one start shows all of them.
 */
export function assertContract(contract: Contract): void {
  const problems = [
    ...Object.entries(contract.endpoints).flatMap(([name, endpoint]) =>
      [
        ...endpointProblems(endpoint),
        ...duplicateProblems(contract, name, endpoint),
      ].map(problem => `${name}: ${problem}`),
    ),
    ...Object.entries(contract.webhooks ?? {}).flatMap(([name, webhook]) =>
      webhookProblems(contract, name, webhook).map(
        problem => `${name}: ${problem}`,
      ),
    ),
  ];
  if (problems.length > 0) {
    throw new Error(
      `Contract '${contract.pluginId}' cannot be served: ${problems.join(
        '; ',
      )}`,
    );
  }
}

function endpointProblems(endpoint: Endpoint): string[] {
  const { method, path, audit, body, params, stream } = endpoint;
  const names = pathParameters(path);
  return [
    path.startsWith('/') ? [] : [`path '${path}' must start with '/'`],
    method === 'get' && (body || stream) ? ['GET takes no body'] : [],
    body && stream ? ["has 'body' and 'stream'; one body is all there is"] : [],
    method !== 'get' && !audit
      ? [`${method.toUpperCase()} needs 'audit', because writes are audited`]
      : [],
    sameNames(names, params)
      ? []
      : [`params schema must have exactly the keys of '${path}'`],
  ].flat();
}

function webhookProblems(
  { endpoints, webhooks = {} }: Contract,
  name: string,
  { path, proof }: Webhook,
): string[] {
  const isTaken =
    Object.hasOwn(endpoints, name) ||
    Object.values(endpoints).some(
      other => other.method === 'post' && other.path === path,
    ) ||
    Object.entries(webhooks).some(
      ([other, webhook]) => other !== name && webhook.path === path,
    );
  return [
    path.startsWith('/') ? [] : [`path '${path}' must start with '/'`],
    proof.length > 0 ? [] : [`webhook needs 'proof', or anybody could call it`],
    isTaken ? ['same name, or same method and path, as another'] : [],
  ].flat();
}

function sameNames(names: string[], params: z.ZodType | undefined): boolean {
  if (params && !(params instanceof z.ZodObject)) {
    return true; // a refined or transformed object cannot be looked into
  }
  const keys = params ? Object.keys(params.shape) : [];
  return [...names].sort().join() === keys.sort().join();
}

function duplicateProblems(
  contract: Contract,
  name: string,
  endpoint: Endpoint,
): string[] {
  const address = ({ method, path }: Endpoint) =>
    `${method} ${toPathTemplate(path).replace(/\{\w+\}/g, '{}')}`;
  const twin = Object.entries(contract.endpoints).find(
    ([, other]) => address(other) === address(endpoint),
  );
  return twin && twin[0] !== name ? [`same method and path as ${twin[0]}`] : [];
}
