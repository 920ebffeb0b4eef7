import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { usePortalTime } from '@waymark/time-react';
import { homeTranslationRef } from '../translation';
import styles from './widget.module.css';

interface WidgetFooterProps {
  /** When the figures were read, in milliseconds. */
  asOf?: number;
  /** The full page; no link where it is not installed. */
  href?: string;
  linkText?: string;
}

/** As of when, and where there is more. */
export function WidgetFooter({ asOf, href, linkText }: WidgetFooterProps) {
  const { t } = useTranslationRef(homeTranslationRef);
  const instant = usePortalTime();
  return (
    <div className={styles.footer}>
      {href && linkText ? <Link href={href}>{linkText}</Link> : <span />}
      {asOf !== undefined && (
        <span>{t('asOf', { instant: instant.formatWithZone(asOf) })}</span>
      )}
    </div>
  );
}
