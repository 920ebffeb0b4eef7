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
  /** Those that are not on the page. */
  widgets: readonly Widget[];
  newIds: readonly string[];
  onAdd(id: string, widget: Widget): void;
  onClose(): void;
}

/** Every widget that is there for this person, to be put on the page. */
export function Gallery({ widgets, newIds, onAdd, onClose }: GalleryProps) {
  const { t } = useTranslationRef(homeTranslationRef);
  const isNew = (widget: Widget) => newIds.includes(widgetIdOf(widget));
  const sorted = [...widgets].sort(
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
              <Button
                size="small"
                variant="secondary"
                aria-label={t('gallery.addNamed', { title: titleOf(widget) })}
                onPress={() => onAdd(widgetIdOf(widget), widget)}
              >
                {t('gallery.add')}
              </Button>
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
