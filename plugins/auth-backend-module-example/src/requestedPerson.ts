import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, NotAllowedError } from '@backstage/errors';
import type { Request } from 'express';
import { isLoopbackHost } from './isLoopbackHost';

/** Names the person to sign in as, such as `user:default/jane`. */
export const PERSON_HEADER = 'x-waymark-person';

/** `user:`, a namespace, `/` and a name of 63 characters each: no reference is longer. */
const LONGEST_REFERENCE = 132;
const SHOWN_CHARS = 60;

const shorten = (text: string) =>
  text.length > SHOWN_CHARS ? `${text.slice(0, SHOWN_CHARS)}...` : text;

/**
 * The reference of the User that a request wants to be.
 *
 * @throws NotAllowedError if the request is addressed to another host: a web
 * page whose name was made to point at this machine could otherwise sign in.
 * @throws InputError if the header does not name a User.
 */
export function requestedPerson(req: Request): string {
  const { host = '' } = req.headers;
  if (!isLoopbackHost(host.replace(/:\d+$/, ''))) {
    throw new NotAllowedError(
      `The example sign-in answers on localhost only, not on '${shorten(
        host,
      )}'`,
    );
  }
  const text = req.header(PERSON_HEADER) ?? '';
  if (
    text.length > LONGEST_REFERENCE ||
    !/^user:([\w-]+\/)?[\w.-]+$/i.test(text)
  ) {
    throw new InputError(
      `Header '${PERSON_HEADER}' must name a User such as 'user:default/jane', not '${shorten(
        text,
      )}'`,
    );
  }
  return stringifyEntityRef(parseEntityRef(text));
}
