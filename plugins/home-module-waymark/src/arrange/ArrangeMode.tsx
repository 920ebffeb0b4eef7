import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, VisuallyHidden } from '@backstage/ui';
import { useMutation } from '@tanstack/react-query';
import { errorText } from '@waymark/query-react';
import {
  columns,
  findWidget,
  idsOf,
  type Arrangement,
} from '../domain/arrangement';
import { placeFor, widgetIdOf, type Widget } from '../layout/widgetInfo';
import { homeTranslationRef } from '../translation';
import { ArrangeColumn } from './ArrangeColumn';
import styles from './ArrangeMode.module.css';
import { ArrangeToolbar } from './ArrangeToolbar';
import { ConfirmDialog } from './ConfirmDialog';
import { focusAction } from './focusAction';
import { Gallery } from './Gallery';
import { SettingsDialog } from './SettingsDialog';
import { useEditor } from './useEditor';
import { useLeaveGuard } from './useLeaveGuard';

interface ArrangeModeProps {
  start: Arrangement;
  /** Whether it is the person's own, not that of their roles. */
  isOwn: boolean;
  /** That of their roles. */
  byDefault: Arrangement;
  widgets: ReadonlyMap<string, Widget>;
  newIds: readonly string[];
  onSave(arrangement: Arrangement): Promise<void>;
  onForget(): Promise<void>;
  onClose(): void;
}

type Open =
  | { dialog: 'gallery' }
  | { dialog: 'reset' }
  | { dialog: 'settings'; id: string };

/** The home page as a plan: widgets by name, to be put where they should be. */
export function ArrangeMode(props: ArrangeModeProps) {
  const { start, isOwn, byDefault, widgets, newIds } = props;
  const { onSave, onForget, onClose } = props;
  const { t } = useTranslationRef(homeTranslationRef);
  const editor = useEditor({ start, widgets });
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const keep = useMutation({
    mutationFn: (run: () => Promise<void>) => run(),
    onSuccess: onClose,
  });
  const guard = useLeaveGuard(editor.current !== start);
  const placed = new Set(idsOf(editor.current));
  const settingsOf = open?.dialog === 'settings' ? open.id : undefined;
  const beingSet = settingsOf ? widgets.get(settingsOf) : undefined;

  return (
    <section aria-labelledby="arrange-title">
      <ArrangeToolbar
        canUndo={editor.canUndo}
        canReset={isOwn}
        isSaving={keep.isPending}
        onAdd={() => setOpen({ dialog: 'gallery' })}
        onUndo={() => editor.edit({ type: 'undo' })}
        onReset={() => setOpen({ dialog: 'reset' })}
        onCancel={onClose}
        onSave={() =>
          // What was left as it is goes on following the default of the role.
          editor.current === start
            ? onClose()
            : keep.mutate(() => onSave(editor.current))
        }
      />
      {keep.isError && (
        <div role="alert" className={styles.failure}>
          <Alert
            status="danger"
            icon
            title={t('arrange.saveFailed')}
            description={errorText(keep.error)}
          />
        </div>
      )}
      <div className={styles.columns}>
        {columns.map(column => (
          <ArrangeColumn
            key={column}
            column={column}
            editor={editor}
            widgets={widgets}
            onSettings={id => setOpen({ dialog: 'settings', id })}
          />
        ))}
      </div>
      {/* The attribute keeps it heard while a dialog is open. */}
      <VisuallyHidden role="status" data-live-announcer="true">
        <span key={editor.announcement.count}>{editor.announcement.text}</span>
      </VisuallyHidden>

      {guard.isAsking && (
        <ConfirmDialog
          question="leave"
          onConfirm={guard.leave}
          onCancel={guard.stay}
        />
      )}
      {open?.dialog === 'gallery' && (
        <Gallery
          widgets={widgets}
          placed={placed}
          newIds={newIds}
          onAdd={widget =>
            editor.edit({
              type: 'add',
              id: widgetIdOf(widget),
              ...placeFor(widget, byDefault),
            })
          }
          onRemove={id => editor.edit({ type: 'remove', id })}
          onClose={close}
        />
      )}
      {open?.dialog === 'reset' && (
        <ConfirmDialog
          question="reset"
          onConfirm={() => {
            close();
            keep.mutate(onForget);
          }}
          onCancel={close}
        />
      )}
      {settingsOf && beingSet && (
        <SettingsDialog
          widget={beingSet}
          settings={findWidget(editor.current, settingsOf)?.settings}
          onSave={settings => {
            editor.edit({ type: 'set', id: settingsOf, settings });
            close();
            focusAction(settingsOf, 'settings');
          }}
          onClose={() => {
            close();
            focusAction(settingsOf, 'settings');
          }}
        />
      )}
    </section>
  );
}
