import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { InputError } from '@backstage/errors';
import { z } from 'zod';
import type { Delivery } from './delivery';

const secret = z.string().min(1);
const secretsSchema = z.object({
  github: secret,
  gitlab: secret,
  argocd: secret,
  pagerduty: secret,
  alertmanager: secret,
});

/** What each tool signs with, by the id of its source. */
export type Secrets = z.output<typeof secretsSchema>;

/** Reads `{"github": "...", ...}`; secrets have no place on a command line. */
export async function readSecrets(file: string): Promise<Secrets> {
  const text = await readFile(file, 'utf8');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new InputError(`${file} is not JSON`);
  }
  const parsed = secretsSchema.safeParse(json);
  if (!parsed.success) {
    const missing = parsed.error.issues.map(({ path }) => path.join('.'));
    throw new InputError(
      `${file} must name a secret for each of ${missing.join(', ')}`,
    );
  }
  return parsed.data;
}

const hmac = (key: string, body: string) =>
  createHmac('sha256', key).update(body).digest('hex');

/** The headers by which the receiver knows who sent these bytes. */
export function signatureOf(
  { target }: Pick<Delivery, 'target'>,
  body: string,
  secrets: Secrets,
): Record<string, string> {
  switch (target) {
    case 'github':
      return { 'x-hub-signature-256': `sha256=${hmac(secrets.github, body)}` };
    case 'gitlab':
      return { 'x-gitlab-token': secrets.gitlab };
    case 'pagerduty':
      return { 'x-pagerduty-signature': `v1=${hmac(secrets.pagerduty, body)}` };
    case 'argocd':
      return { authorization: `Bearer ${secrets.argocd}` };
    case 'alertmanager':
      return { authorization: `Bearer ${secrets.alertmanager}` };
    default:
      return {};
  }
}
