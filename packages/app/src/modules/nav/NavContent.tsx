import {
  Sidebar,
  SidebarDivider,
  SidebarGroup,
  SidebarItem,
  SidebarScrollWrapper,
  SidebarSpace,
} from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  NavContentComponentProps,
  NavContentNavItem,
} from '@backstage/plugin-app-react';
import { NotificationsSidebarItem } from '@backstage/plugin-notifications';
import { SidebarSearchModal } from '@backstage/plugin-search';
import { UserSettingsSignInAvatar } from '@backstage/plugin-user-settings';
import {
  RiMenuLine,
  RiNotification3Line,
  RiSearch2Line,
  RiToolsLine,
} from '@remixicon/react';
import { waymarkTranslationRef } from '../../translation';
import { SearchPopup } from '../search/SearchPopup';
import { navIcons } from './navIcons';
import { SidebarLogo } from './SidebarLogo';

/** What only platform engineers need; each page hides itself from others. */
const PLATFORM_PAGES = [
  'page:catalog-git',
  'page:catalog-unprocessed-entities',
  'page:devtools',
  'page:app-visualizer',
];

// Components, because that is what these two items take.
const SearchIcon = () => <RiSearch2Line />;
const NotificationsIcon = () => <RiNotification3Line />;

function NavItem({ node, icon, href, title }: NavContentNavItem) {
  const shownIcon = navIcons[node.spec.id] ?? icon;
  return <SidebarItem icon={() => shownIcon} to={href} text={title} />;
}

/**
 * The sidebar: where people go daily first, then what other plugins add, then
 * the platform's own pages. Below 600 px the groups become a bottom bar.
 */
export function NavContent({ navItems }: NavContentComponentProps) {
  const { t } = useTranslationRef(waymarkTranslationRef);
  const nav = navItems.withComponent(NavItem);
  // Reached through the search field and the notifications item.
  nav.take('page:search');
  nav.take('page:notifications');
  // Reached from an entity.
  nav.take('page:catalog-graph');
  nav.take('page:catalog-git/source');
  const settings = nav.take('page:user-settings');
  const platform = PLATFORM_PAGES.map(id => nav.take(id)).filter(Boolean);

  return (
    <Sidebar>
      <SidebarLogo />
      <SidebarGroup
        label={t('nav.search')}
        icon={<RiSearch2Line size={22} />}
        to="/search"
      >
        <SidebarSearchModal icon={SearchIcon}>
          {({ toggleModal }) => <SearchPopup onClose={toggleModal} />}
        </SidebarSearchModal>
      </SidebarGroup>
      <SidebarDivider />
      <SidebarGroup label={t('nav.menu')} icon={<RiMenuLine size={22} />}>
        {nav.take('page:home')}
        {nav.take('page:catalog')}
        {nav.take('page:api-docs')}
        {nav.take('page:techdocs')}
        {nav.take('page:scaffolder')}
        <SidebarScrollWrapper>
          {nav.rest({ sortBy: 'title' })}
        </SidebarScrollWrapper>
      </SidebarGroup>
      <SidebarSpace />
      {platform.length > 0 && <SidebarDivider />}
      {platform.length > 0 && (
        <SidebarGroup
          label={t('nav.platform')}
          icon={<RiToolsLine size={22} />}
        >
          {platform}
        </SidebarGroup>
      )}
      <SidebarDivider />
      <SidebarGroup
        label={t('nav.notifications')}
        icon={<RiNotification3Line size={22} />}
        to="/notifications"
      >
        <NotificationsSidebarItem icon={NotificationsIcon} />
      </SidebarGroup>
      <SidebarGroup
        label={t('nav.settings')}
        icon={<UserSettingsSignInAvatar />}
        to="/settings"
      >
        {settings}
      </SidebarGroup>
    </Sidebar>
  );
}
