import { lazy, Suspense, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, FullPage } from '@backstage/ui';
import { RiLayoutMasonryLine } from '@remixicon/react';
import { keepOnly } from '../domain/arrangement';
import { homeTranslationRef } from '../translation';
import { Greeting } from './Greeting';
import styles from './HomeLayout.module.css';
import { HomeMessages } from './HomeMessages';
import { HomeSearch } from './HomeSearch';
import { useHomePage } from './useHomePage';
import { WidgetColumns } from './WidgetColumns';
import type { Widget } from './widgetInfo';
import { WidgetsLoading } from './WidgetsLoading';

// Only for those who arrange; nobody else loads it.
const ArrangeMode = lazy(() =>
  import('../arrange/ArrangeMode').then(({ ArrangeMode: component }) => ({
    default: component,
  })),
);

interface HomePageViewProps {
  widgets: readonly Widget[];
}

export function HomePageView({ widgets: available }: HomePageViewProps) {
  const { t } = useTranslationRef(homeTranslationRef);
  const page = useHomePage(available);
  const [isArranging, setIsArranging] = useState(false);
  const [hasArranged, setHasArranged] = useState(false);
  const stopArranging = () => {
    setIsArranging(false);
    setHasArranged(true);
  };
  const { arrangement, kept, widgets } = page;
  const canArrange =
    arrangement !== undefined &&
    kept.state !== 'loading' &&
    kept.state !== 'unavailable';

  if (isArranging && arrangement) {
    return (
      <FullPage className={styles.page}>
        <Suspense fallback={<WidgetsLoading />}>
          <ArrangeMode
            start={arrangement}
            isOwn={kept.state === 'kept'}
            byDefault={page.byDefault}
            widgets={widgets}
            newIds={page.newIds}
            onSave={page.save}
            onForget={page.forget}
            onClose={stopArranging}
          />
        </Suspense>
      </FullPage>
    );
  }
  const shown = arrangement && keepOnly(arrangement, id => widgets.has(id));
  const isEmpty = shown && shown.main.length + shown.side.length === 0;
  return (
    <FullPage className={styles.page}>
      <header className={styles.header}>
        <div className={styles.greeting}>
          <Greeting />
        </div>
        <div className={styles.search}>
          <HomeSearch />
        </div>
        {canArrange && (
          <Button
            // eslint-disable-next-line jsx-a11y/no-autofocus -- back to where the person came from
            autoFocus={hasArranged}
            variant="secondary"
            iconStart={<RiLayoutMasonryLine />}
            onPress={() => setIsArranging(true)}
          >
            {t('arrange.open')}
          </Button>
        )}
      </header>
      <HomeMessages page={page} onArrange={() => setIsArranging(true)} />
      {!shown && <WidgetsLoading />}
      {isEmpty && <p className={styles.empty}>{t('empty')}</p>}
      {shown && <WidgetColumns arrangement={shown} widgets={widgets} />}
    </FullPage>
  );
}
