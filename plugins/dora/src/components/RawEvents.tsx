import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Accordion,
  AccordionGroup,
  AccordionPanel,
  AccordionTrigger,
} from '@backstage/ui';
import type { RawEvent } from '@waymark/plugin-dora-common';
import { useTimes } from '../hooks/useTimes';
import { doraTranslationRef } from '../translation';
import styles from './page.module.css';
import { Section } from './Section';

const LATE_MS = 60 * 60 * 1_000;

/** Where a fact comes from: the events as they came. */
export function RawEvents({ events }: { events: RawEvent[] }) {
  const { t } = useTranslationRef(doraTranslationRef);
  const times = useTimes();
  return (
    <Section title={t('events.title')} description={t('events.description')}>
      {events.length === 0 ? (
        <p className={styles.muted}>{t('events.none')}</p>
      ) : (
        <AccordionGroup allowsMultiple>
          {events.map(event => {
            const delay =
              Date.parse(event.receivedAt) - Date.parse(event.occurredAt);
            return (
              <Accordion key={event.id}>
                <AccordionTrigger
                  title={t('events.event', {
                    type: event.type,
                    source: event.source,
                  })}
                  subtitle={[
                    times.instant(event.occurredAt),
                    t('events.received', {
                      when: times.instant(event.receivedAt),
                    }),
                    delay > LATE_MS &&
                      t('events.late', {
                        duration: times.duration(delay / 1_000),
                      }),
                    event.origin !== 'live' && event.origin,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                />
                <AccordionPanel>
                  <pre
                    className={styles.json}
                    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard has to reach it
                    tabIndex={0}
                    aria-label={t('events.payload')}
                  >
                    {JSON.stringify(event.payload, null, 2)}
                  </pre>
                </AccordionPanel>
              </Accordion>
            );
          })}
        </AccordionGroup>
      )}
    </Section>
  );
}
