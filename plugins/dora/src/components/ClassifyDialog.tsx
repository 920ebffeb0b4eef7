import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  DialogTrigger,
  Flex,
  Select,
  TextAreaField,
} from '@backstage/ui';
import type { Deployment } from '@waymark/plugin-dora-common';
import { useState } from 'react';
import { useDecision } from '../hooks/useDecision';
import { doraTranslationRef } from '../translation';

const AS_FOUND = 'found';
const KINDS = ['deploy', 'redeploy', 'rollback'] as const;
const MIN_REASON = 3;

const toFlag = (value: string) =>
  value === AS_FOUND ? undefined : value === 'yes';
const fromFlag = (value: boolean | undefined) => {
  if (value === undefined) return AS_FOUND;
  return value ? 'yes' : 'no';
};

/** Stands over what was found out about a deployment; every figure follows. */
export function ClassifyDialog({ deployment }: { deployment: Deployment }) {
  const { t } = useTranslationRef(doraTranslationRef);
  const { override } = deployment;
  const [kind, setKind] = useState<string>(override?.kind ?? AS_FOUND);
  const [failed, setFailed] = useState(fromFlag(override?.failed));
  const [unplanned, setUnplanned] = useState(fromFlag(override?.unplanned));
  const [reason, setReason] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const save = useDecision((api, close: () => void) =>
    api
      .setDeploymentClassification({
        params: { id: deployment.id },
        body: {
          kind: KINDS.find(known => known === kind),
          failed: toFlag(failed),
          unplanned: toFlag(unplanned),
          reason,
        },
      })
      .then(close),
  );
  const clear = useDecision((api, _: void) =>
    api.clearDeploymentClassification({ params: { id: deployment.id } }),
  );
  const flags = [
    { id: AS_FOUND, label: t('decision.asFound') },
    { id: 'yes', label: t('decision.yes') },
    { id: 'no', label: t('decision.no') },
  ];
  return (
    <Flex gap="2">
      {override && (
        <Button
          size="small"
          variant="tertiary"
          isPending={clear.isPending}
          onPress={() => clear.mutate()}
        >
          {t('deployment.clear')}
        </Button>
      )}
      <DialogTrigger isOpen={isOpen} onOpenChange={setIsOpen}>
        <Button size="small" variant="secondary">
          {t('deployment.change')}
        </Button>
        <Dialog>
          <DialogHeader>{t('deployment.change')}</DialogHeader>
          <DialogBody>
            <Flex direction="column" gap="4">
              <Select
                label={t('decision.kind')}
                options={[
                  { id: AS_FOUND, label: t('decision.asFound') },
                  ...KINDS.map(id => ({
                    id,
                    label: t(`deployment.kind.${id}`),
                  })),
                ]}
                value={kind}
                onChange={key => setKind(String(key))}
              />
              <Select
                label={t('decision.failed')}
                options={flags}
                value={failed}
                onChange={key => setFailed(String(key))}
              />
              <Select
                label={t('decision.unplanned')}
                options={flags}
                value={unplanned}
                onChange={key => setUnplanned(String(key))}
              />
              <TextAreaField
                label={t('decision.reason')}
                description={t('decision.reasonHelp')}
                value={reason}
                onChange={setReason}
                isRequired
              />
            </Flex>
          </DialogBody>
          <DialogFooter>
            <Button variant="secondary" onPress={() => setIsOpen(false)}>
              {t('decision.cancel')}
            </Button>
            <Button
              isPending={save.isPending}
              isDisabled={reason.trim().length < MIN_REASON}
              onPress={() => save.mutate(() => setIsOpen(false))}
            >
              {t('decision.save')}
            </Button>
          </DialogFooter>
        </Dialog>
      </DialogTrigger>
    </Flex>
  );
}
