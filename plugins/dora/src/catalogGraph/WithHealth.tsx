import { Progress } from '@backstage/frontend-plugin-api';
import type { EntityNode } from '@backstage/plugin-catalog-graph';
import { usePermission } from '@backstage/plugin-permission-react';
import { doraMetricReadPermission } from '@waymark/plugin-dora-common';
import { QueryProvider } from '@waymark/query-react';
import type { ReactElement } from 'react';
import { GraphHealth } from './GraphHealth';
import { renderHealthNode } from './HealthNode';
import { Legend } from './Legend';
import styles from './catalogGraph.module.css';

type RenderNode = (props: { node: EntityNode }) => ReactElement;

/**
 * A graph, with delivery health on its nodes for whoever may read it. It waits for the answer:
 * a graph that is drawn cannot change what draws its nodes.
 */
export function WithHealth({
  isPage,
  children,
}: {
  /** Whether the graph fills the page; the legend then lies over its corner. */
  isPage?: boolean;
  children: (renderNode?: RenderNode) => ReactElement;
}) {
  const { allowed, loading } = usePermission({
    permission: doraMetricReadPermission,
  });
  if (loading) return <Progress />;
  if (!allowed) return children();
  return (
    <QueryProvider>
      <GraphHealth>
        <div className={isPage ? styles.page : undefined}>
          {children(renderHealthNode)}
          <Legend />
        </div>
      </GraphHealth>
    </QueryProvider>
  );
}
