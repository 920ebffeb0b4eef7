import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useCallback, useEffect, useRef } from 'react';
import { Helmet } from 'react-helmet';

/** Longer than the counter of unread notifications takes to write a title. */
const SETTLED_MS = 300;

/**
 * Names a page for the browser's tab and history; one that knows better has a
 * `Helmet` of its own inside.
 *
 * The counter of unread notifications writes the title too, and puts back an
 * older one when a page names itself twice in a tenth of a second, or before
 * the counter is there. So the name is said again once it stays.
 */
export function PageName({ name }: { name: string }) {
  const portal = useApi(configApiRef).getOptionalString('app.title');
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const sayAgain = useCallback(({ title }: { title?: string }) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      // The counter puts its figure before the title.
      if (title && !document.title.endsWith(title)) document.title = title;
    }, SETTLED_MS);
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <Helmet
      title={name}
      titleTemplate={portal && `%s | ${portal}`}
      onChangeClientState={sayAgain}
    />
  );
}
