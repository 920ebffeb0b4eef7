import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import {
  EntityDisplayName,
  getEntityRelations,
  useEntityRefLink,
} from '@backstage/plugin-catalog-react';
import { Cell, Link } from '@backstage/ui';
import styles from './EntityIndex.module.css';

interface RelationLinksProps {
  entity: Entity;
  type: 'ownedBy' | 'partOf' | 'memberOf' | 'childOf';
}

/** The entities on the other side of a relation, by title. */
export function RelationLinks({ entity, type }: RelationLinksProps) {
  const link = useEntityRefLink();
  return (
    <Cell>
      <div className={styles.links}>
        {getEntityRelations(entity, type).map(target => (
          <Link key={stringifyEntityRef(target)} href={link(target)}>
            <EntityDisplayName entityRef={target} hideIcon disableTooltip />
          </Link>
        ))}
      </div>
    </Cell>
  );
}
