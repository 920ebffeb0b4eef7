import { useApi } from '@backstage/frontend-plugin-api';
import { notificationsApiRef } from '@backstage/plugin-notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const SHOWN_NOTIFICATIONS = 5;
const KEY = ['home', 'unread'];
/** The list follows what arrives while the page is open. */
const REFRESH_MS = 60_000;

/** What the person has not read yet, the newest first. */
export function useUnread() {
  const notificationsApi = useApi(notificationsApiRef);
  return useQuery({
    queryKey: KEY,
    queryFn: () =>
      notificationsApi.getNotifications({
        read: false,
        limit: SHOWN_NOTIFICATIONS,
        sort: 'created',
        sortOrder: 'desc',
      }),
    refetchInterval: REFRESH_MS,
  });
}

export function useMarkRead() {
  const notificationsApi = useApi(notificationsApiRef);
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      notificationsApi.updateNotifications({ ids: [id], read: true }),
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  });
}
