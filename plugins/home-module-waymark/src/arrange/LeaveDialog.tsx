import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { homeTranslationRef } from '../translation';

interface LeaveDialogProps {
  onLeave(): void;
  onStay(): void;
}

export function LeaveDialog({ onLeave, onStay }: LeaveDialogProps) {
  const { t } = useTranslationRef(homeTranslationRef);
  return (
    <Dialog isOpen onOpenChange={isOpen => !isOpen && onStay()}>
      <DialogHeader>{t('leave.title')}</DialogHeader>
      <DialogBody>{t('leave.detail')}</DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onLeave}>
          {t('leave.confirm')}
        </Button>
        <Button variant="primary" onPress={onStay}>
          {t('leave.cancel')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
