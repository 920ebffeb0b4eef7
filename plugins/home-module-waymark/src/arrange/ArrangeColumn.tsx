import { useId } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { GridList } from 'react-aria-components';
import type { Column } from '../domain/arrangement';
import { titleOf, type Widget } from '../layout/widgetInfo';
import { homeTranslationRef } from '../translation';
import { ArrangeItem } from './ArrangeItem';
import styles from './ArrangeMode.module.css';
import { useColumnDragAndDrop } from './useColumnDragAndDrop';
import type { EditorHandle } from './useEditor';

interface ArrangeColumnProps {
  column: Column;
  editor: EditorHandle;
  widgets: ReadonlyMap<string, Widget>;
  onSettings(id: string): void;
}

/** One column of the plan: a list whose items can be dragged or moved by buttons. */
export function ArrangeColumn(props: ArrangeColumnProps) {
  const { column, editor, widgets, onSettings } = props;
  const { t } = useTranslationRef(homeTranslationRef);
  const items = editor.visible[column].flatMap(placed => {
    const widget = widgets.get(placed.id);
    return widget ? [{ id: placed.id, placed, widget }] : [];
  });
  const titleId = useId();
  const dragAndDropHooks = useColumnDragAndDrop({ column, editor, widgets });
  const name = {
    main: t('arrange.column.main'),
    side: t('arrange.column.side'),
  }[column];

  return (
    <div>
      <h2 id={titleId} className={styles.columnTitle}>
        {name}
      </h2>
      <GridList
        aria-labelledby={titleId}
        className={styles.list}
        data-column={column}
        items={items}
        dependencies={[editor]}
        layout={column === 'main' ? 'grid' : 'stack'}
        keyboardNavigationBehavior="tab"
        selectionMode="none"
        dragAndDropHooks={dragAndDropHooks}
        renderEmptyState={() => (
          <div className={styles.emptyColumn}>{t('arrange.emptyColumn')}</div>
        )}
      >
        {({ placed, widget }) => (
          <ArrangeItem
            key={placed.id}
            placed={placed}
            column={column}
            title={titleOf(widget)}
            widget={widget}
            editor={editor}
            onSettings={onSettings}
          />
        )}
      </GridList>
    </div>
  );
}
