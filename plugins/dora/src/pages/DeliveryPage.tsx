import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Container, Header } from '@backstage/ui';
import { WindowPicker } from '@waymark/charts-react';
import { doraTriageReadPermission } from '@waymark/plugin-dora-common';
import { QueryProvider } from '@waymark/query-react';
import { Route, Routes } from 'react-router-dom';
import { DeliveryNav } from '../components/DeliveryNav';
import styles from '../components/page.module.css';
import { ScopePicker } from '../components/ScopePicker';
import { PATHS, type PathName } from '../location/paths';
import { useWindowQuery } from '../location/useWindowQuery';
import { doraTranslationRef } from '../translation';
import { ChangePage } from './ChangePage';
import { ChangesPage } from './ChangesPage';
import { DataPage } from './DataPage';
import { DeploymentPage } from './DeploymentPage';
import { DeploymentsPage } from './DeploymentsPage';
import { IncidentPage } from './IncidentPage';
import { IncidentsPage } from './IncidentsPage';
import { OverviewPage } from './OverviewPage';

const FOR_ALL: readonly PathName[] = [
  'overview',
  'deployments',
  'changes',
  'incidents',
];

/** Scope and window, above the pages that are about a stretch of time. */
function Windowed({ children }: { children: JSX.Element }) {
  const { state } = useWindowQuery();
  return (
    <>
      <div className={styles.bar}>
        <ScopePicker />
        <WindowPicker state={state} />
      </div>
      {children}
    </>
  );
}

function Delivery() {
  const { t } = useTranslationRef(doraTranslationRef);
  const { allowed } = usePermission({ permission: doraTriageReadPermission });
  const pages: readonly PathName[] = allowed ? [...FOR_ALL, 'data'] : FOR_ALL;
  const windowed = (page: JSX.Element) => <Windowed>{page}</Windowed>;
  return (
    <main>
      <Header title={t('page.title')} description={t('page.description')} />
      <Container>
        <div className={styles.page}>
          <DeliveryNav pages={pages} />
          <Routes>
            <Route path="" element={windowed(<OverviewPage />)} />
            <Route
              path={PATHS.deployments}
              element={windowed(<DeploymentsPage />)}
            />
            <Route
              path={`${PATHS.deployments}/:id`}
              element={<DeploymentPage />}
            />
            <Route path={PATHS.changes} element={windowed(<ChangesPage />)} />
            <Route path={`${PATHS.changes}/:id`} element={<ChangePage />} />
            <Route
              path={PATHS.incidents}
              element={windowed(<IncidentsPage />)}
            />
            <Route path={`${PATHS.incidents}/:id`} element={<IncidentPage />} />
            <Route path={PATHS.data} element={<DataPage />} />
          </Routes>
        </div>
      </Container>
    </main>
  );
}

/** Software delivery performance, from a figure down to the event. */
export function DeliveryPage() {
  return (
    <QueryProvider>
      <Delivery />
    </QueryProvider>
  );
}
