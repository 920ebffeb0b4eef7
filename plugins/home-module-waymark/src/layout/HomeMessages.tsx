import type { ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button } from '@backstage/ui';
import { useMutation } from '@tanstack/react-query';
import { errorText } from '@waymark/query-react';
import { homeTranslationRef } from '../translation';
import styles from './HomeLayout.module.css';
import type { HomePage } from './useHomePage';
import { titleOf } from './widgetInfo';

interface HomeMessagesProps {
  page: HomePage;
  onArrange(): void;
}

/** What a person should know about their home page, above it. */
export function HomeMessages({ page, onArrange }: HomeMessagesProps) {
  const { t } = useTranslationRef(homeTranslationRef);
  const change = useMutation({
    mutationFn: (run: () => Promise<void>) => run(),
  });
  const small = (label: string, onPress: () => void) => (
    <Button size="small" variant="secondary" onPress={onPress}>
      {label}
    </Button>
  );
  const newTitles = page.newIds.flatMap(id => {
    const widget = page.widgets.get(id);
    return widget ? titleOf(widget) : [];
  });
  return (
    <div className={styles.messages}>
      {page.configProblems.map(problem => (
        <Message
          key={problem}
          status="danger"
          title={t('messages.config')}
          description={problem}
        />
      ))}
      {page.rolesFailed && (
        <Message
          status="warning"
          title={t('messages.roles')}
          description={t('messages.rolesDetail')}
          actions={small(t('messages.retry'), page.retryRoles)}
        />
      )}
      {page.kept.state === 'unavailable' && (
        <Message
          status="warning"
          title={t('messages.unavailable')}
          description={t('messages.unavailableDetail')}
        />
      )}
      {page.kept.state === 'unreadable' && (
        <Message
          status="warning"
          title={t('messages.unreadable')}
          description={t('messages.unreadableDetail')}
          actions={small(t('messages.startOver'), () =>
            change.mutate(page.forget),
          )}
        />
      )}
      {change.isError && (
        <Message
          status="danger"
          title={t('arrange.saveFailed')}
          description={errorText(change.error)}
        />
      )}
      {newTitles.length > 0 && (
        <Message
          status="info"
          title={t('messages.new', { titles: newTitles.join(', ') })}
          description={t('messages.newDetail')}
          actions={
            <>
              {small(t('messages.newArrange'), onArrange)}
              {small(t('messages.newDismiss'), () =>
                change.mutate(page.dismissNew),
              )}
            </>
          }
        />
      )}
    </div>
  );
}

interface MessageProps {
  status: 'danger' | 'warning' | 'info';
  title: string;
  description: string;
  actions?: ReactNode;
}

function Message({ status, title, description, actions }: MessageProps) {
  return (
    <div role={status === 'info' ? 'status' : 'alert'}>
      <Alert
        status={status}
        icon
        title={title}
        description={description}
        customActions={actions}
      />
    </div>
  );
}
