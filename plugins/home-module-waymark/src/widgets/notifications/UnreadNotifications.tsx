import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Notification } from '@backstage/plugin-notifications-common';
import {
  Alert,
  ButtonIcon,
  Link,
  Tooltip,
  TooltipTrigger,
} from '@backstage/ui';
import { RiCheckLine } from '@remixicon/react';
import { errorText, QueryState } from '@waymark/query-react';
import { useLinks } from '../../links/useLinks';
import { usePortalTime } from '@waymark/time-react';
import { homeTranslationRef } from '../../translation';
import styles from '../widget.module.css';
import { WidgetFooter } from '../WidgetFooter';
import { useMarkRead, useUnread } from './useUnread';

/** What concerns the person and their teams, and is not read yet. */
export function UnreadNotifications() {
  const { t } = useTranslationRef(homeTranslationRef);
  const links = useLinks();
  const query = useUnread();
  const markRead = useMarkRead();
  return (
    <QueryState query={query} label={t('notifications.label')}>
      {({ notifications, totalCount }) => (
        <>
          {markRead.isError && (
            <div role="alert">
              <Alert status="danger" title={errorText(markRead.error)} />
            </div>
          )}
          {notifications.length === 0 ? (
            <p className={styles.note}>{t('notifications.none')}</p>
          ) : (
            <ul className={styles.list}>
              {notifications.map(notification => (
                <Item
                  key={notification.id}
                  notification={notification}
                  onRead={() => markRead.mutate(notification.id)}
                />
              ))}
            </ul>
          )}
          <WidgetFooter
            href={links.notifications()}
            linkText={
              notifications.length === 0
                ? t('notifications.allRead')
                : t('notifications.all', { total: String(totalCount) })
            }
          />
        </>
      )}
    </QueryState>
  );
}

interface ItemProps {
  notification: Notification;
  onRead(): void;
}

function Item({ notification, onRead }: ItemProps) {
  const { t } = useTranslationRef(homeTranslationRef);
  const instant = usePortalTime();
  const { title, description, link } = notification.payload;
  const label = t('notifications.markRead', { title });
  return (
    <li className={styles.row}>
      <div className={styles.grow}>
        {link ? (
          <Link href={link} onClick={onRead}>
            {title}
          </Link>
        ) : (
          title
        )}
        {description && <div className={styles.description}>{description}</div>}
        <div className={styles.description}>
          {instant.formatWithZone(notification.created)}
        </div>
      </div>
      <TooltipTrigger>
        <ButtonIcon
          size="small"
          variant="tertiary"
          icon={<RiCheckLine />}
          aria-label={label}
          onPress={onRead}
        />
        <Tooltip>{label}</Tooltip>
      </TooltipTrigger>
    </li>
  );
}
