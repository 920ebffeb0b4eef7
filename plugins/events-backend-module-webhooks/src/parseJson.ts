import { InputError } from '@backstage/errors';
import type { HttpBodyParser } from '@backstage/plugin-events-node';

/**
 * JSON in UTF-8, with its bytes kept for the signature. In place of the
 * parser of the events backend, which takes a broken body for a fault of the
 * server (500, and an error in the log) although anybody can send one.
 */
export const parseJson: HttpBodyParser = async request => {
  const bodyBuffer: unknown = request.body;
  if (!Buffer.isBuffer(bodyBuffer)) {
    throw new InputError('body: a JSON document is expected');
  }
  const text = bodyBuffer.toString('utf8');
  try {
    return { bodyParsed: JSON.parse(text), bodyBuffer, encoding: 'utf8' };
  } catch {
    throw new InputError('body: this is not JSON');
  }
};
