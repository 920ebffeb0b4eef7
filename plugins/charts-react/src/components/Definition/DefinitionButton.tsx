import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonIcon, DialogTrigger, Popover } from '@backstage/ui';
import { RiInformationLine } from '@remixicon/react';
import type { MetricDefinition } from '@waymark/metrics-common';
import { chartsTranslationRef } from '../../translation';
import styles from './DefinitionButton.module.css';

export interface DefinitionButtonProps {
  name: string;
  definition: MetricDefinition;
}

/** Opens what a figure means, how it is computed, whose idea it is, and what it does not say. */
export function DefinitionButton({ name, definition }: DefinitionButtonProps) {
  const { t } = useTranslationRef(chartsTranslationRef);
  const { text, formula, source, doesNotTell } = definition;
  const label = t('definition.open', { name });
  return (
    <DialogTrigger>
      <ButtonIcon
        size="small"
        variant="tertiary"
        className={styles.button}
        icon={<RiInformationLine size={16} aria-hidden />}
        aria-label={label}
      />
      <Popover aria-label={label} className={styles.popover}>
        <p className={styles.text}>{text}</p>
        <dl className={styles.parts}>
          <dt>{t('definition.formula')}</dt>
          <dd className={styles.formula}>{formula}</dd>
          <dt>{t('definition.source')}</dt>
          <dd>{source}</dd>
          {doesNotTell && (
            <>
              <dt>{t('definition.doesNotTell')}</dt>
              <dd>{doesNotTell}</dd>
            </>
          )}
        </dl>
      </Popover>
    </DialogTrigger>
  );
}
