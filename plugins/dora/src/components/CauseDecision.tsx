import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex, Select, TextField } from '@backstage/ui';
import type { Deployment, Incident } from '@waymark/plugin-dora-common';
import { useState } from 'react';
import { useDecision } from '../hooks/useDecision';
import { useTimes } from '../hooks/useTimes';
import { doraTranslationRef } from '../translation';
import { shortVersion } from './shortVersion';

interface CauseDecisionProps {
  incident: Incident;
  candidates: Deployment[];
}

const NONE = 'none';
const MIN_REASON = 3;

/** Says which deployment caused an incident, or that none did. */
export function CauseDecision({ incident, candidates }: CauseDecisionProps) {
  const { t } = useTranslationRef(doraTranslationRef);
  const times = useTimes();
  const [cause, setCause] = useState(incident.causeId ?? NONE);
  const [reason, setReason] = useState('');
  const params = { id: incident.id };
  const save = useDecision((api, _: void) =>
    api.setIncidentCause({
      params,
      body: { deploymentId: cause === NONE ? null : cause, reason },
    }),
  );
  const clear = useDecision((api, _: void) =>
    api.clearIncidentCause({ params }),
  );
  return (
    <Flex gap="3" align="end" style={{ flexWrap: 'wrap' }}>
      <Select
        label={t('incident.candidates')}
        options={[
          { id: NONE, label: t('incident.none') },
          ...candidates.map(candidate => ({
            id: candidate.id,
            label: `${shortVersion(candidate)}, ${times.instant(
              candidate.finishedAt,
            )}`,
          })),
        ]}
        value={cause}
        onChange={key => setCause(String(key))}
      />
      <TextField
        label={t('decision.reason')}
        value={reason}
        onChange={setReason}
      />
      <Button
        isPending={save.isPending}
        isDisabled={reason.trim().length < MIN_REASON}
        onPress={() => save.mutate()}
      >
        {t('decision.save')}
      </Button>
      {incident.link?.method === 'override' && (
        <Button
          variant="tertiary"
          isPending={clear.isPending}
          onPress={() => clear.mutate()}
        >
          {t('incident.clear')}
        </Button>
      )}
    </Flex>
  );
}
