import type { PropsWithChildren, ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { WaymarkLogo } from '../../brand/WaymarkLogo';
import { waymarkTranslationRef } from '../../translation';
import styles from './SignInLayout.module.css';

interface SignInLayoutProps {
  title: ReactNode;
  /** Said below the tagline, on the brand's side. */
  note?: ReactNode;
}

/** Two panes: what Waymark is, and the way in; one below the other when narrow. */
export function SignInLayout(props: PropsWithChildren<SignInLayoutProps>) {
  const { t } = useTranslationRef(waymarkTranslationRef);
  return (
    <main className={styles.page}>
      <section className={styles.brand}>
        <WaymarkLogo size={36} />
        <p className={styles.tagline}>{t('signIn.tagline')}</p>
        {props.note && <div className={styles.note}>{props.note}</div>}
      </section>
      <section className={styles.content}>
        <div className={styles.column}>
          <h1 className={styles.title}>{props.title}</h1>
          {props.children}
        </div>
      </section>
    </main>
  );
}
