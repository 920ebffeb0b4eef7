import type { ErrorRequestHandler } from 'express';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError, stringifyError } from '@backstage/errors';

const STATUS: Readonly<Record<string, number>> = {
  InputError: 400,
  AuthenticationError: 401,
  NotAllowedError: 403,
  NotFoundError: 404,
  ConflictError: 409,
};
const GIT_PATH = /\.git\//;

/** Answers as the client expects: Git shows plain text to the person, Gitea's clients read `message`. */
export function answerErrors(options: {
  logger: LoggerService;
}): ErrorRequestHandler {
  return (error, req, res, next) => {
    if (res.headersSent) {
      next(error);
      return;
    }
    const status = (isError(error) && STATUS[error.name]) || 500;
    const isOurs = status === 500;
    if (isOurs) {
      options.logger.error(`${req.method} ${req.path} failed`, {
        reason: stringifyError(error),
      });
    }
    if (status === 401) {
      // Without it Git does not ask for a password.
      res.setHeader(
        'www-authenticate',
        'Basic realm="Waymark", charset="UTF-8"',
      );
    }
    const message =
      !isOurs && isError(error)
        ? error.message
        : 'The forge failed; its log says why';
    res.status(status);
    if (GIT_PATH.test(req.path)) {
      res.type('text/plain').send(`${message}\n`);
    } else {
      res.json({ message });
    }
  };
}
