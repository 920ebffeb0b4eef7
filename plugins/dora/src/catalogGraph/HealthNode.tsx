import {
  DEFAULT_NAMESPACE,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { EntityNode } from '@backstage/plugin-catalog-graph';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import type { KeyboardEvent } from 'react';
import type { Health } from '../components/column/healthContext';
import { doraTranslationRef } from '../translation';
import { useHealthOfNode } from './GraphHealth';
import { StateMark } from './StateMark';
import styles from './catalogGraph.module.css';
import { serviceStateOf } from './serviceState';
import { useTextSize } from './useTextSize';

const PADDING = 10;
const MARK_GAP = 16;
/** As tall as the letters look. */
const MARK_TO_TEXT = 0.7;

/** The keys of a button do what a click does, with the modifiers held. */
function clickByKey(event: KeyboardEvent<SVGGElement>) {
  if (event.key !== 'Enter' && event.key !== ' ') return;
  event.preventDefault();
  event.currentTarget.dispatchEvent(
    new MouseEvent('click', { bubbles: true, shiftKey: event.shiftKey }),
  );
}

/** What the mark says, in words. */
function useHealthText(health: Health | undefined): string[] {
  const { t } = useTranslationRef(doraTranslationRef);
  if (!health) return [];
  const { lastDeployment, openIncidents } = health;
  const texts: string[] = [];
  if (openIncidents > 0) {
    texts.push(t('graph.openIncidents', { count: openIncidents }));
  }
  if (lastDeployment) {
    texts.push(t(lastDeployment.failed ? 'graph.failed' : 'graph.succeeded'));
  }
  if (texts.length === 0) texts.push(t('graph.none'));
  return texts;
}

/** A node of the catalog graph; a component has a mark that says how its delivery is. */
export function HealthNode({ node }: { node: EntityNode }) {
  const { entity, focused, onClick } = node;
  const { primaryTitle, entityRef, Icon } = useEntityPresentation(entity, {
    defaultNamespace: DEFAULT_NAMESPACE,
  });
  const isService = entity.kind.toLocaleLowerCase('en') === 'component';
  const health = useHealthOfNode(
    isService ? stringifyEntityRef(entity) : undefined,
  );
  const state = health && serviceStateOf(health);
  const description = [primaryTitle, entityRef, ...useHealthText(health)].join(
    ' · ',
  );
  const name = useTextSize(primaryTitle);

  const iconSpace = Icon ? name.height + PADDING : 0;
  // Kept free from the start: the graph is laid out before the state is known.
  const markSize = Math.round(name.height * MARK_TO_TEXT);
  const markSpace = isService ? markSize + MARK_GAP : 0;
  const width = 2 * PADDING + iconSpace + name.width + markSpace;
  const height = 2 * PADDING + name.height;
  // What stays free is shared by both sides.
  const start = PADDING + (markSpace && !state ? markSpace / 2 : 0);

  return (
    <g
      className={styles.node}
      data-focused={focused || undefined}
      {...(onClick && {
        onClick,
        onKeyDown: clickByKey,
        'aria-label': description,
        role: 'button',
        tabIndex: 0,
      })}
    >
      <title>{description}</title>
      <rect className={styles.ground} width={width} height={height} rx={10} />
      {Icon && (
        <svg
          aria-hidden
          className={styles.icon}
          x={start}
          y={PADDING}
          width={name.height}
          height={name.height}
        >
          <Icon fontSize="inherit" />
        </svg>
      )}
      <text
        ref={name.ref}
        className={styles.name}
        x={start + iconSpace}
        y={height / 2}
        dominantBaseline="central"
      >
        {primaryTitle}
      </text>
      {state && (
        <StateMark
          state={state}
          size={markSize}
          x={width - PADDING - markSize - MARK_GAP / 4}
          y={(height - markSize) / 2}
        />
      )}
    </g>
  );
}

/** The graph calls what renders its nodes as a function; hooks need a component. */
export const renderHealthNode = ({ node }: { node: EntityNode }) => (
  <HealthNode node={node} />
);
