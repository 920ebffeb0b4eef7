import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Accordion,
  AccordionGroup,
  AccordionPanel,
  AccordionTrigger,
} from '@backstage/ui';
import type { DoraMetrics } from '@waymark/plugin-dora-common';
import { doraTranslationRef } from '../../translation';
import styles from '../page.module.css';
import { PastClusters } from './PastClusters';
import { QuickCheck } from './QuickCheck';

/** What others answered, folded away: one's own history comes first. */
export function Benchmarks({ metrics }: { metrics: DoraMetrics }) {
  const { t } = useTranslationRef(doraTranslationRef);
  return (
    <AccordionGroup>
      <Accordion>
        <AccordionTrigger
          title={t('benchmark.title')}
          subtitle={t('benchmark.subtitle')}
        />
        <AccordionPanel>
          <p className={styles.muted}>{t('benchmark.ownFirst')}</p>
          <QuickCheck metrics={metrics} />
          <PastClusters metrics={metrics} />
        </AccordionPanel>
      </Accordion>
    </AccordionGroup>
  );
}
