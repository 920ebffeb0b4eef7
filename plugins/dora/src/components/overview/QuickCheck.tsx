import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  DEFAULT_QUICK_CHECK,
  quickCheckScores,
  type DoraMetrics,
} from '@waymark/plugin-dora-common';
import {
  judgeableValue,
  METRICS,
  type MetricName,
} from '../../metrics/toEnvelopes';
import { doraTranslationRef } from '../../translation';
import styles from '../page.module.css';
import tables from './Benchmarks.module.css';

const oneDigit = (score: number) => score.toFixed(1);

/** The figures on the scale of the survey, beside the mean and spread of its answers. */
export function QuickCheck({ metrics }: { metrics: DoraMetrics }) {
  const { t } = useTranslationRef(doraTranslationRef);
  const { source, year, industry } = DEFAULT_QUICK_CHECK;
  const scores = quickCheckScores({
    leadTimeSeconds: judgeableValue('leadTime', metrics),
    deploymentsPerWeek: judgeableValue('deploymentFrequency', metrics),
    recoverySeconds: judgeableValue('recoveryTime', metrics),
    changeFailRate: judgeableValue('changeFailRate', metrics),
    reworkRate: judgeableValue('reworkRate', metrics),
  });
  const title = t('benchmark.quickCheck', { source });
  const answersOf = (name: MetricName) => {
    const answers = industry[name];
    if (!answers) return t('benchmark.none');
    const mean = oneDigit(answers.mean);
    return answers.spread === null
      ? mean
      : t('benchmark.industryWithSpread', {
          mean,
          spread: oneDigit(answers.spread),
        });
  };
  return (
    <section className={tables.part} aria-label={title}>
      <h3>{title}</h3>
      <p className={styles.muted}>{t('benchmark.quickCheckNote')}</p>
      <div className={tables.scroll}>
        <table className={tables.table}>
          <thead>
            <tr>
              <th scope="col">{t('benchmark.metric')}</th>
              <th scope="col">{t('benchmark.score')}</th>
              <th scope="col">
                {t('benchmark.industry', { year: String(year) })}
              </th>
            </tr>
          </thead>
          <tbody>
            {METRICS.map(name => {
              const score = scores[name];
              return (
                <tr key={name}>
                  <th scope="row">{t(`metric.${name}`)}</th>
                  <td>
                    {score === null ? t('benchmark.tooFew') : oneDigit(score)}
                  </td>
                  <td>{answersOf(name)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
