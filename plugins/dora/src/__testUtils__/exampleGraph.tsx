import type { EntityNode } from '@backstage/plugin-catalog-graph';
import { WithHealth } from '../catalogGraph/WithHealth';

export function nodeOf(
  name: string,
  { kind = 'Component', ...more }: Partial<EntityNode> & { kind?: string } = {},
): EntityNode {
  return {
    id: `${kind.toLocaleLowerCase('en')}:default/${name}`,
    entity: {
      apiVersion: 'backstage.io/v1alpha1',
      kind,
      metadata: { name, namespace: 'default' },
    },
    name,
    namespace: 'default',
    ...more,
  };
}

/** Draws nodes as the graph does: by calling what is given to it, or else its own. */
export const ExampleGraph = ({ nodes }: { nodes: EntityNode[] }) => (
  <WithHealth>
    {renderNode => (
      <svg>
        {nodes.map(node => (
          <g key={node.id} data-testid={node.name}>
            {renderNode ? renderNode({ node }) : <text>{node.name}</text>}
          </g>
        ))}
      </svg>
    )}
  </WithHealth>
);
