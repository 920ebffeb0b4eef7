import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useMe } from '../me/useMe';
import { homeTranslationRef } from '../translation';
import styles from './Greeting.module.css';

const NOON = 12;
const EVENING = 18;

/** Who is here, and for which teams. */
export function Greeting() {
  const { t } = useTranslationRef(homeTranslationRef);
  const { data: me } = useMe();
  if (!me) {
    return <h1 className={styles.title}>{t('title')}</h1>;
  }
  const { name } = me;
  const hour = new Date().getHours();
  const greetings = [
    { until: NOON, text: t('greeting.morning', { name }) },
    { until: EVENING, text: t('greeting.afternoon', { name }) },
  ];
  return (
    <>
      <h1 className={styles.title}>
        {greetings.find(({ until }) => hour < until)?.text ??
          t('greeting.evening', { name })}
      </h1>
      {me.teams.length > 0 && (
        <p className={styles.teams}>
          {t('greeting.teams', {
            teams: me.teams.map(team => team.title).join(', '),
          })}
        </p>
      )}
    </>
  );
}
