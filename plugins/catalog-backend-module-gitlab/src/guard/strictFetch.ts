import { ServiceUnavailableError, stringifyError } from '@backstage/errors';
import { z } from 'zod';

type Fetch = (input: string, init?: RequestInit) => Promise<Response>;

/** Answers that say nothing about what is there: credentials, patience, faults. */
const isNoAnswer = (status: number) =>
  status === 401 || status === 408 || status === 429 || status >= 500;

const graphqlBody = z.object({
  errors: z.array(z.unknown()).optional(),
  data: z.object({ group: z.unknown() }).partial().nullish(),
});

/**
 * Fails where the upstream client would go on with nothing: it takes a file
 * that GitLab could not be asked about for one that does not exist, and a group
 * that may not be read for one without members.
 */
export function strictFetch(
  fetch: Fetch,
  note: (failure: string) => void,
): Fetch {
  return async (input, init) => {
    const fail = (reason: string) => {
      const error = new ServiceUnavailableError(
        `GitLab gave no answer to ${init?.method ?? 'GET'} ${input}: ${reason}`,
      );
      note(error.message);
      return error;
    };
    let response: Response;
    try {
      response = await fetch(input, init);
    } catch (error) {
      throw fail(stringifyError(error));
    }
    if (isNoAnswer(response.status)) {
      throw fail(`${response.status} ${response.statusText}`);
    }
    if (input.endsWith('/api/graphql')) {
      const problem = await graphqlProblem(response.clone());
      if (problem) {
        throw fail(problem);
      }
    }
    return response;
  };
}

async function graphqlProblem(response: Response): Promise<string | undefined> {
  const body = graphqlBody.safeParse(await response.json().catch(() => null));
  if (!body.success) {
    return 'this is no GraphQL answer';
  }
  const { errors, data } = body.data;
  if (errors?.length || !data) {
    return JSON.stringify(errors ?? 'no data');
  }
  return data.group === null
    ? 'the group may not be read with this token'
    : undefined;
}
