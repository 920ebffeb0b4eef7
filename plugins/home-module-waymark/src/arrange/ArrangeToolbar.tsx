import { useEffect, useRef } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { RiAddLine, RiArrowGoBackLine, RiRestartLine } from '@remixicon/react';
import { homeTranslationRef } from '../translation';
import styles from './ArrangeMode.module.css';

interface ArrangeToolbarProps {
  canUndo: boolean;
  canReset: boolean;
  isSaving: boolean;
  onAdd(): void;
  onUndo(): void;
  onReset(): void;
  onCancel(): void;
  onSave(): void;
}

export function ArrangeToolbar(props: ArrangeToolbarProps) {
  const { t } = useTranslationRef(homeTranslationRef);
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that led here is gone, and the focus with it.
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={styles.toolbar}>
      <div className={styles.heading}>
        <h1
          id="arrange-title"
          ref={heading}
          tabIndex={-1}
          className={styles.title}
        >
          {t('arrange.title')}
        </h1>
        <p className={styles.hint}>{t('arrange.hint')}</p>
      </div>
      <Button
        variant="secondary"
        iconStart={<RiAddLine />}
        onPress={props.onAdd}
      >
        {t('arrange.add')}
      </Button>
      <Button
        variant="secondary"
        iconStart={<RiArrowGoBackLine />}
        isDisabled={!props.canUndo}
        onPress={props.onUndo}
      >
        {t('arrange.undo')}
      </Button>
      {props.canReset && (
        <Button
          variant="secondary"
          iconStart={<RiRestartLine />}
          onPress={props.onReset}
        >
          {t('arrange.reset')}
        </Button>
      )}
      <Button variant="secondary" onPress={props.onCancel}>
        {t('arrange.cancel')}
      </Button>
      <Button
        variant="primary"
        isPending={props.isSaving}
        onPress={props.onSave}
      >
        {t('arrange.save')}
      </Button>
    </div>
  );
}
