import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Text,
  TextField,
} from '@backstage/ui';
import { useState } from 'react';
import { forgeTranslationRef } from '../translation';

/** A new token, to copy: it is not shown again. */
export function MadeToken({
  token,
  onClose,
}: {
  token: string;
  onClose(): void;
}) {
  const { t } = useTranslationRef(forgeTranslationRef);
  const [isCopied, setIsCopied] = useState(false);
  return (
    // It is not closed by a click beside it: what it shows would be lost.
    <Dialog isOpen isDismissable={false} onOpenChange={() => onClose()}>
      <DialogHeader>{t('made')}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="4">
          <Text>{t('madeDetail')}</Text>
          <TextField
            aria-label={t('made')}
            value={token}
            isReadOnly
            onFocus={event => {
              if (event.target instanceof HTMLInputElement) {
                event.target.select();
              }
            }}
          />
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button
          variant="secondary"
          onPress={() =>
            window.navigator.clipboard
              .writeText(token)
              .then(() => setIsCopied(true))
          }
        >
          {t(isCopied ? 'copied' : 'copy')}
        </Button>
        <Button variant="primary" onPress={onClose}>
          {t('done')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
