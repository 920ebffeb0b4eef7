import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { QueryState } from '@waymark/query-react';
import { useLinks } from '../../links/useLinks';
import { homeTranslationRef } from '../../translation';
import { WidgetEmpty } from '../WidgetEmpty';
import { WidgetFooter } from '../WidgetFooter';
import { MyServicesTable } from './MyServicesTable';
import { useMyServices } from './useMyServices';

const SHOWN_SERVICES = 8;

interface MyServicesProps {
  /** A setting: how many at most. */
  limit?: number;
}

/** The components that the signed-in person's teams own. */
export function MyServices({ limit = SHOWN_SERVICES }: MyServicesProps) {
  const { t } = useTranslationRef(homeTranslationRef);
  const links = useLinks();
  const query = useMyServices(limit);
  return (
    <QueryState query={query} label={t('services.label')}>
      {({ services, total }) =>
        total === 0 ? (
          <WidgetEmpty
            title={t('services.empty')}
            description={t('services.emptyDetail')}
            href={links.catalog()}
            linkText={t('services.emptyAction')}
          />
        ) : (
          <>
            <MyServicesTable services={services} />
            <WidgetFooter
              href={links.catalogOf({ kind: 'component', user: 'owned' })}
              linkText={t('services.all', { total: String(total) })}
            />
          </>
        )
      }
    </QueryState>
  );
}
