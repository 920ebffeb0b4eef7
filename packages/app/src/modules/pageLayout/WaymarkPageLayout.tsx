import {
  BreadcrumbEntry,
  useBreadcrumbEntries,
  useRouteRef,
  type PageLayoutProps,
} from '@backstage/frontend-plugin-api';
import { catalogGraphRouteRef } from '@backstage/plugin-catalog-graph';
import { PluginHeader } from '@backstage/ui';
import { useResolvedPath } from 'react-router-dom';
import { PageName } from './PageName';
import { PageTabs } from './PageTabs';

/**
 * Header, tabs and content of a page. Differs from the built-in layout in its
 * tabs, which are links in a navigation landmark: those of the built-in one
 * announce a tab panel that does not exist.
 */
export function WaymarkPageLayout(props: PageLayoutProps) {
  const { title, icon, titleLink, headerActions, tabs, children } = props;
  const pagePath = useResolvedPath('.').pathname.replace(/\/$/, '');
  // This one brings a header, but does not say so.
  const graphPath = useRouteRef(catalogGraphRouteRef)?.();
  const noHeader = props.noHeader || pagePath === graphPath;
  const { items: breadcrumbs } = useBreadcrumbEntries();
  const name = title && <PageName name={title} />;
  if (noHeader) {
    return (
      <>
        {name}
        {children}
      </>
    );
  }
  const content = (
    <>
      {name}
      <header>
        <PluginHeader
          title={title}
          icon={icon}
          titleLink={titleLink}
          breadcrumbs={breadcrumbs}
          customActions={headerActions}
        />
        {tabs && tabs.length > 1 && (
          <PageTabs title={title} tabs={tabs} pagePath={pagePath} />
        )}
      </header>
      {children}
    </>
  );
  return title ? (
    <BreadcrumbEntry
      entry={{ label: title, href: titleLink ?? (pagePath || '/') }}
    >
      {content}
    </BreadcrumbEntry>
  ) : (
    content
  );
}
