import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { homeTranslationRef } from '../translation';

interface ConfirmDialogProps {
  question: 'leave' | 'reset';
  onConfirm(): void;
  onCancel(): void;
}

/** Asks before something is lost; the emphasis is on keeping it. */
export function ConfirmDialog({
  question,
  onConfirm,
  onCancel,
}: ConfirmDialogProps) {
  const { t } = useTranslationRef(homeTranslationRef);
  return (
    <Dialog isOpen onOpenChange={isOpen => !isOpen && onCancel()}>
      <DialogHeader>{t(`${question}.title`)}</DialogHeader>
      <DialogBody>{t(`${question}.detail`)}</DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onConfirm}>
          {t(`${question}.confirm`)}
        </Button>
        <Button variant="primary" onPress={onCancel}>
          {t(`${question}.cancel`)}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
