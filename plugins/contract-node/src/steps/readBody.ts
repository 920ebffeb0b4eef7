import { InputError } from '@backstage/errors';
import express, { type Request, type Response } from 'express';
import { PayloadTooLargeError } from '../errors';

export type BodyReader = (req: Request, res: Response) => Promise<void>;

/**
 * Reads a JSON body of at most so many bytes into `req.body`. Other media types
 * than `application/json` have to be named.
 */
export function createBodyReader(
  maxBytes: number,
  contentTypes: readonly string[] = [],
): BodyReader {
  const allowed = ['application/json', ...contentTypes];
  // The type was checked before; what is left to the parser is the text.
  const parse = express.json({
    limit: maxBytes,
    strict: false,
    type: () => true,
  });
  return async (req, res) => {
    // A request without a body is left to the schema, which says what is missing.
    if (req.is([...allowed]) === false) {
      throw new InputError(
        `body: send JSON with 'content-type: ${allowed.join("' or '")}'`,
      );
    }
    await new Promise<void>((resolve, reject) => {
      parse(req, res, error =>
        error ? reject(toBodyError(error, maxBytes)) : resolve(),
      );
    });
  };
}

/**
 * The bytes of a body of at most so many, whatever they are: what a signature
 * is about.
 */
export function createRawBodyReader(
  maxBytes: number,
): (req: Request, res: Response) => Promise<Buffer> {
  const parse = express.raw({ limit: maxBytes, type: () => true });
  return async (req, res) => {
    await new Promise<void>((resolve, reject) => {
      parse(req, res, error =>
        error ? reject(toBodyError(error, maxBytes)) : resolve(),
      );
    });
    return Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0);
  };
}

/** Kinds that express' parser puts on its errors. */
function toBodyError(error: { type?: string }, maxBytes: number): unknown {
  switch (error.type) {
    case 'entity.too.large':
      return new PayloadTooLargeError(
        `Request body is larger than ${maxBytes} bytes; send it in smaller parts`,
      );
    case 'entity.parse.failed':
      return new InputError('body: not valid JSON', error);
    default:
      return error; // aborted, unknown charset or encoding: has its 4xx status
  }
}
