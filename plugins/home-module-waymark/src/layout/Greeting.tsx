import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { waymarkTranslationRef } from '../../../translation';
import { useMe } from '../hooks/useMe';
import styles from './Greeting.module.css';

const NOON = 12;
const EVENING = 18;

/** Who is here, and for which teams. */
export function Greeting() {
  const { t } = useTranslationRef(waymarkTranslationRef);
  const me = useMe();
  if (!me) {
    return <h1 className={styles.title}>{t('home.title')}</h1>;
  }
  const { name } = me;
  const hour = new Date().getHours();
  const greetings = [
    { until: NOON, text: t('home.greeting.morning', { name }) },
    { until: EVENING, text: t('home.greeting.afternoon', { name }) },
  ];
  return (
    <>
      <h1 className={styles.title}>
        {greetings.find(({ until }) => hour < until)?.text ??
          t('home.greeting.evening', { name })}
      </h1>
      {me.teams.length > 0 && (
        <p className={styles.teams}>
          {t('home.greeting.teams', { teams: me.teams.join(', ') })}
        </p>
      )}
    </>
  );
}
