import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Badge,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { EmptyState } from '@waymark/query-react';
import { titleOf, widgetIdOf, type Widget } from '../layout/widgetInfo';
import { homeTranslationRef } from '../translation';
import styles from './ArrangeMode.module.css';

interface GalleryProps {
  widgets: ReadonlyMap<string, Widget>;
  /** Those on the page. */
  placed: ReadonlySet<string>;
  newIds: readonly string[];
  onAdd(widget: Widget): void;
  onRemove(id: string): void;
  onClose(): void;
}

/** Every widget that is there for this person, to be put on the page. */
export function Gallery(props: GalleryProps) {
  const { widgets, placed, newIds, onAdd, onRemove, onClose } = props;
  const { t } = useTranslationRef(homeTranslationRef);
  // What is added stays listed, so that nothing moves away below the pointer.
  const [offered] = useState(() =>
    [...widgets.values()].filter(widget => !placed.has(widgetIdOf(widget))),
  );
  const isNew = (widget: Widget) => newIds.includes(widgetIdOf(widget));
  const sorted = [...offered].sort(
    (a, b) =>
      Number(isNew(b)) - Number(isNew(a)) ||
      titleOf(a).localeCompare(titleOf(b)),
  );
  return (
    <Dialog isOpen onOpenChange={isOpen => !isOpen && onClose()} width={560}>
      <DialogHeader>{t('gallery.title')}</DialogHeader>
      <DialogBody>
        {sorted.length === 0 && (
          <EmptyState
            title={t('gallery.empty')}
            description={t('gallery.emptyDetail')}
          />
        )}
        <ul className={styles.gallery}>
          {sorted.map(widget => (
            <li key={widgetIdOf(widget)} className={styles.galleryItem}>
              <div>
                <div className={styles.itemTitle}>
                  {titleOf(widget)}{' '}
                  {isNew(widget) && (
                    <Badge size="small">{t('gallery.new')}</Badge>
                  )}
                </div>
                {widget.description && (
                  <div className={styles.itemDescription}>
                    {widget.description}
                  </div>
                )}
              </div>
              <AddOrRemove
                title={titleOf(widget)}
                isPlaced={placed.has(widgetIdOf(widget))}
                onAdd={() => onAdd(widget)}
                onRemove={() => onRemove(widgetIdOf(widget))}
              />
            </li>
          ))}
        </ul>
      </DialogBody>
      <DialogFooter>
        <Button variant="primary" onPress={onClose}>
          {t('gallery.close')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

interface AddOrRemoveProps {
  title: string;
  isPlaced: boolean;
  onAdd(): void;
  onRemove(): void;
}

/** One button that keeps the focus: what it did, it takes back. */
function AddOrRemove({ title, isPlaced, onAdd, onRemove }: AddOrRemoveProps) {
  const { t } = useTranslationRef(homeTranslationRef);
  return (
    <Button
      size="small"
      variant="secondary"
      aria-label={
        isPlaced
          ? t('arrange.remove', { title })
          : t('gallery.addNamed', { title })
      }
      onPress={isPlaced ? onRemove : onAdd}
    >
      {isPlaced ? t('gallery.remove') : t('gallery.add')}
    </Button>
  );
}
