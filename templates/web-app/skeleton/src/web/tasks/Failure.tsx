import type { ReactNode } from 'react';
import { RequestError } from '../api/RequestError.ts';

export interface FailureProps {
  title: string;
  error: Error;
  children?: ReactNode;
}

/** What did not work, why, and what to tell the people who can look it up. */
export function Failure({ title, error, children }: FailureProps) {
  const traceId = error instanceof RequestError ? error.traceId : undefined;
  return (
    <div role="alert" className="failure">
      <strong>{title}</strong>
      <p>{error.message}</p>
      {traceId && (
        <p>
          Trace id: <code>{traceId}</code>
        </p>
      )}
      {children}
    </div>
  );
}
