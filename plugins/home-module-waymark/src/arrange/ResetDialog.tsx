import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { homeTranslationRef } from '../translation';

interface ResetDialogProps {
  onConfirm(): void;
  onClose(): void;
}

export function ResetDialog({ onConfirm, onClose }: ResetDialogProps) {
  const { t } = useTranslationRef(homeTranslationRef);
  return (
    <Dialog isOpen onOpenChange={isOpen => !isOpen && onClose()}>
      <DialogHeader>{t('reset.title')}</DialogHeader>
      <DialogBody>{t('reset.detail')}</DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {t('reset.cancel')}
        </Button>
        <Button variant="primary" onPress={onConfirm}>
          {t('reset.confirm')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
