import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { useState } from 'react';
import { forgeTranslationRef } from '../translation';
import { useRevokeToken } from './useTokens';

/** Ends a token, after a question. */
export function RevokeToken({ id, name }: { id: string; name: string }) {
  const { t } = useTranslationRef(forgeTranslationRef);
  const [isAsking, setIsAsking] = useState(false);
  const revoke = useRevokeToken();
  const close = () => setIsAsking(false);
  return (
    <>
      <Button
        size="small"
        variant="tertiary"
        isPending={revoke.isPending}
        aria-label={t('revokeNamed', { name })}
        onPress={() => setIsAsking(true)}
      >
        {t('revoke')}
      </Button>
      {isAsking && (
        <Dialog isOpen onOpenChange={isOpen => !isOpen && close()}>
          <DialogHeader>{t('revokeTitle', { name })}</DialogHeader>
          <DialogBody>{t('revokeDetail')}</DialogBody>
          <DialogFooter>
            <Button variant="secondary" onPress={close}>
              {t('keep')}
            </Button>
            <Button
              variant="primary"
              onPress={() => {
                close();
                revoke.mutate(id);
              }}
            >
              {t('revoke')}
            </Button>
          </DialogFooter>
        </Dialog>
      )}
    </>
  );
}
