import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { formatInterval, formatValue } from '@waymark/metrics-common';
import {
  BENCHMARK_SETS,
  type BenchmarkMetric,
  type BenchmarkRange,
  type DoraMetrics,
} from '@waymark/plugin-dora-common';
import { judgeableValue, UNITS } from '../../metrics/toEnvelopes';
import { doraTranslationRef } from '../../translation';
import styles from '../page.module.css';
import tables from './Benchmarks.module.css';

const BENCHMARKED: readonly BenchmarkMetric[] = [
  'deploymentFrequency',
  'leadTime',
  'changeFailRate',
  'recoveryTime',
];
const LATEST = BENCHMARK_SETS[BENCHMARK_SETS.length - 1];

/** The groups of a past report beside the figures, without saying which one they are in. */
export function PastClusters({ metrics }: { metrics: DoraMetrics }) {
  const { t } = useTranslationRef(doraTranslationRef);
  const [id, setId] = useState(LATEST.id);
  const set = BENCHMARK_SETS.find(known => known.id === id) ?? LATEST;
  const title = t('benchmark.clusters', { source: set.source });
  const format = (name: BenchmarkMetric, value: number) =>
    formatValue(value, UNITS[name]);
  /** Less than once a week, a number of deployments a week says nothing. */
  const rarely = (low: number, high: number) => {
    const days = (perWeek: number) => String(Math.round(7 / perWeek));
    return low === 0
      ? t('benchmark.moreRarely', { days: days(high) })
      : t('benchmark.onceIn', { from: days(high), to: days(low) });
  };
  const rangeText = (name: BenchmarkMetric, range: BenchmarkRange): string => {
    const { low, high } = range;
    if (name === 'deploymentFrequency' && high !== null && high <= 1) {
      return rarely(low ?? 0, high);
    }
    if (high === null) {
      return low === null
        ? t('benchmark.none')
        : t('benchmark.from', { low: format(name, low) });
    }
    if (low === high) return format(name, high);
    return low === null || low === 0
      ? t('benchmark.upTo', { high: format(name, high) })
      : formatInterval({ low, high }, UNITS[name]);
  };
  return (
    <section className={tables.part} aria-label={title}>
      <h3>{title}</h3>
      <p className={styles.muted}>
        {t('benchmark.clustersNote', { year: String(set.year) })}
      </p>
      <div className={tables.years}>
        <ToggleButtonGroup
          aria-label={t('benchmark.year')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[set.id]}
          onSelectionChange={([key]) => setId(String(key))}
        >
          {BENCHMARK_SETS.map(known => (
            <ToggleButton key={known.id} id={known.id} size="small">
              {String(known.year)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </div>
      <div
        className={tables.scroll}
        role="group"
        aria-label={title}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard has to reach it
        tabIndex={0}
      >
        <table className={`${tables.table} ${tables.wide}`}>
          <thead>
            <tr>
              <th scope="col">{t('benchmark.metric')}</th>
              <th scope="col">{t('benchmark.here')}</th>
              {set.clusters.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {BENCHMARKED.map(name => {
              const value = judgeableValue(name, metrics);
              return (
                <tr key={name}>
                  <th scope="row">{t(`metric.${name}`)}</th>
                  <td>
                    {value === null
                      ? t('benchmark.tooFew')
                      : format(name, value)}
                  </td>
                  {set.clusters.map(cluster => (
                    <td key={cluster.name}>
                      {rangeText(name, cluster.metrics[name])}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
