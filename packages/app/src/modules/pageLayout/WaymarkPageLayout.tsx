import {
  BreadcrumbEntry,
  useAppNode,
  useBreadcrumbEntries,
  type PageLayoutProps,
} from '@backstage/frontend-plugin-api';
import { PluginHeader } from '@backstage/ui';
import { useResolvedPath } from 'react-router-dom';
import { PageTabs } from './PageTabs';

/** Pages of upstream plugins that bring a header, but do not say so. */
const WITH_OWN_HEADER = ['page:catalog-graph'];

/**
 * Header, tabs and content of a page. Differs from the built-in layout in its
 * tabs, which are links in a navigation landmark: those of the built-in one
 * announce a tab panel that does not exist.
 */
export function WaymarkPageLayout(props: PageLayoutProps) {
  const { title, icon, titleLink, headerActions, tabs, children } = props;
  const pageId = useAppNode()?.spec.id ?? '';
  const noHeader = props.noHeader || WITH_OWN_HEADER.includes(pageId);
  const pagePath = useResolvedPath('.').pathname.replace(/\/$/, '');
  const { items: breadcrumbs } = useBreadcrumbEntries();
  if (noHeader) {
    return <>{children}</>;
  }
  const content = (
    <>
      <header>
        <PluginHeader
          title={title}
          icon={icon}
          titleLink={titleLink}
          breadcrumbs={breadcrumbs}
          customActions={headerActions}
        />
        {tabs && tabs.length > 0 && (
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
