import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useEffect, useState } from 'react';
import { Helmet } from 'react-helmet';

/**
 * Names a page for the browser's tab and history; one that knows better has a
 * `Helmet` of its own inside.
 *
 * Only after the first effects: the counter of unread notifications begins to
 * watch the name then, and puts back what was there before.
 */
export function PageName({ name }: { name: string }) {
  const portal = useApi(configApiRef).getOptionalString('app.title');
  const [isWatched, setIsWatched] = useState(false);
  useEffect(() => setIsWatched(true), []);
  return (
    <Helmet
      title={isWatched ? name : undefined}
      titleTemplate={portal && `%s | ${portal}`}
    />
  );
}
