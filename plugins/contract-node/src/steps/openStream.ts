import { Readable, pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { InputError, isError } from '@backstage/errors';
import type { EndpointStream } from '@waymark/contract-common';
import type { Request } from 'express';

/**
 * The body of a request as it comes, decompressed. Reading slowly slows the
 * sender down; nothing is kept in memory.
 *
 * @throws InputError for a media type or an encoding that is not taken; the
 * stream fails with one when its compression is broken
 */
export function openStream(
  req: Request,
  { contentTypes }: EndpointStream,
): Readable {
  if (!req.is([...contentTypes])) {
    throw new InputError(
      `body: send 'content-type: ${contentTypes.join("' or '")}'`,
    );
  }
  const encoding = req.headers['content-encoding'] ?? 'identity';
  if (encoding === 'identity') {
    return req;
  }
  if (encoding !== 'gzip') {
    throw new InputError(
      `body: 'content-encoding: ${encoding}' is not taken; send gzip or nothing`,
    );
  }
  return Readable.from(decompress(req), { objectMode: false });
}

async function* decompress(req: Request): AsyncGenerator<Buffer> {
  // The callback is where pipeline reports what the loop below throws anyway.
  const gunzip = pipeline(req, createGunzip(), () => {});
  try {
    yield* gunzip;
  } catch (error) {
    throw isZlibError(error)
      ? new InputError('body: not valid gzip', error)
      : error;
  }
}

function isZlibError(error: unknown): error is Error {
  return isError(error) && String(error.code).startsWith('Z_');
}
