import { NotFoundErrorPage, useRouteRef } from '@backstage/frontend-plugin-api';
import { Container } from '@backstage/ui';
import { Navigate, Route, Routes } from 'react-router-dom';
import { QueryProvider } from '@waymark/query-react';
import { SourceView } from '../components/source/SourceView';
import { healthRouteRef } from '../routes';

/** `/git` itself is the health page, for those who have it. */
function Index() {
  const healthPage = useRouteRef(healthRouteRef);
  return healthPage ? (
    <Navigate to={healthPage()} replace />
  ) : (
    <NotFoundErrorPage />
  );
}

/** The source browser: where links to files of plain Git repositories lead. */
export function SourcePage() {
  return (
    <QueryProvider>
      <main>
        <Container>
          <Routes>
            <Route index element={<Index />} />
            <Route path=":owner/:repo" element={<SourceView />} />
            <Route path=":owner/:repo/blob/:ref/*" element={<SourceView />} />
            <Route path=":owner/:repo/tree/:ref/*" element={<SourceView />} />
            <Route path="*" element={<NotFoundErrorPage />} />
          </Routes>
        </Container>
      </main>
    </QueryProvider>
  );
}
