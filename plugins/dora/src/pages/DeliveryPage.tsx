import {
  NotFoundErrorPage,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Container, Header } from '@backstage/ui';
import { WindowPicker } from '@waymark/charts-react';
import { doraTriageReadPermission } from '@waymark/plugin-dora-common';
import { QueryProvider } from '@waymark/query-react';
import type { ReactNode } from 'react';
import { Route, Routes } from 'react-router-dom';
import { WindowBacklog } from '../components/backlog/WindowBacklog';
import { DeliveryNav } from '../components/DeliveryNav';
import { DeliveryTitle } from '../components/DeliveryTitle';
import styles from '../components/page.module.css';
import { ScopePicker } from '../components/ScopePicker';
import { PATHS, type PathName } from '../location/paths';
import { useScopeName } from '../location/useScopeName';
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
function Windowed({
  title,
  children,
}: {
  title?: string;
  children: ReactNode;
}) {
  const { state } = useWindowQuery();
  const { name } = useScopeName();
  return (
    <>
      <DeliveryTitle parts={[title, name]} />
      <div className={styles.bar}>
        <ScopePicker />
        <WindowPicker state={state} />
      </div>
      <WindowBacklog />
      {children}
    </>
  );
}

function Delivery() {
  const { t } = useTranslationRef(doraTranslationRef);
  const { allowed } = usePermission({ permission: doraTriageReadPermission });
  const pages: readonly PathName[] = allowed ? [...FOR_ALL, 'data'] : FOR_ALL;
  return (
    <main>
      <Header title={t('page.title')} description={t('page.description')} />
      <Container>
        <div className={styles.page}>
          <DeliveryNav pages={pages} />
          <Routes>
            <Route
              path=""
              element={
                <Windowed>
                  <OverviewPage />
                </Windowed>
              }
            />
            <Route
              path={PATHS.deployments}
              element={
                <Windowed title={t('page.deployments')}>
                  <DeploymentsPage />
                </Windowed>
              }
            />
            <Route
              path={`${PATHS.deployments}/:id`}
              element={<DeploymentPage />}
            />
            <Route
              path={PATHS.changes}
              element={
                <Windowed title={t('page.changes')}>
                  <ChangesPage />
                </Windowed>
              }
            />
            <Route path={`${PATHS.changes}/:id`} element={<ChangePage />} />
            <Route
              path={PATHS.incidents}
              element={
                <Windowed title={t('page.incidents')}>
                  <IncidentsPage />
                </Windowed>
              }
            />
            <Route path={`${PATHS.incidents}/:id`} element={<IncidentPage />} />
            <Route path={PATHS.data} element={<DataPage />} />
            <Route path="*" element={<NotFoundErrorPage />} />
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
