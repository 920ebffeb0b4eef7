import { InputError } from '@backstage/errors';
import express, { type Request, type Response } from 'express';
import { PayloadTooLargeError } from '../errors';

export type BodyReader = (req: Request, res: Response) => Promise<void>;

/** Reads a JSON body of at most so many bytes into `req.body`. */
export function createBodyReader(maxBytes: number): BodyReader {
  const parse = express.json({ limit: maxBytes, strict: false });
  return async (req, res) => {
    if (req.is('json') === false) {
      throw new InputError(
        "body: send JSON with 'content-type: application/json'",
      );
    }
    await new Promise<void>((resolve, reject) => {
      parse(req, res, error =>
        error ? reject(toBodyError(error, maxBytes)) : resolve(),
      );
    });
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
