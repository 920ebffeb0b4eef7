import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Select,
  TextField,
} from '@backstage/ui';
import { errorText } from '@waymark/query-react';
import { useState } from 'react';
import { forgeTranslationRef } from '../translation';
import { MadeToken } from './MadeToken';
import { useCreateToken } from './useTokens';

const LIFETIMES_DAYS = [30, 90, 180, 365];
const DEFAULT_DAYS = 90;
const MAX_NAME = 100;

/** Asks what a token is for and how long it is valid, then shows it once. */
export function NewToken({ onClose }: { onClose(): void }) {
  const { t } = useTranslationRef(forgeTranslationRef);
  const [name, setName] = useState('');
  const [days, setDays] = useState(DEFAULT_DAYS);
  const create = useCreateToken();
  if (create.data) {
    return <MadeToken token={create.data.token} onClose={onClose} />;
  }
  return (
    <Dialog isOpen onOpenChange={isOpen => !isOpen && onClose()}>
      <DialogHeader>{t('newTitle')}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="4">
          <TextField
            label={t('name')}
            description={t('nameHelp')}
            value={name}
            onChange={setName}
            maxLength={MAX_NAME}
            isRequired
          />
          <Select
            label={t('lifetime')}
            options={LIFETIMES_DAYS.map(each => ({
              id: String(each),
              label: t('days', { days: String(each) }),
            }))}
            value={String(days)}
            onChange={key => setDays(Number(key))}
          />
          {create.error && (
            <div role="alert">
              <Alert
                status="danger"
                icon
                title={t('failed')}
                description={errorText(create.error)}
              />
            </div>
          )}
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {t('cancel')}
        </Button>
        <Button
          variant="primary"
          isDisabled={name.trim() === ''}
          isPending={create.isPending}
          onPress={() => create.mutate({ name, expiresInDays: days })}
        >
          {t('create')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
