import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Helmet } from 'react-helmet';
import { doraTranslationRef } from '../translation';

interface DeliveryTitleProps {
  /** From the page to what it shows; what is not known yet is left out. */
  parts?: readonly (string | null | undefined)[];
}

/** Names the page for the browser's tab and history, and for recently visited pages. */
export function DeliveryTitle({ parts = [] }: DeliveryTitleProps) {
  const { t } = useTranslationRef(doraTranslationRef);
  return (
    <Helmet title={[t('page.title'), ...parts].filter(Boolean).join(' · ')} />
  );
}
