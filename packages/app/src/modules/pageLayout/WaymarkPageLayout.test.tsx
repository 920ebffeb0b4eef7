import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
import { WaymarkPageLayout } from './WaymarkPageLayout';

const tabs = [
  { id: 'general', label: 'General', href: 'general' },
  { id: 'flags', label: 'Flags', href: '/settings/flags' },
];

describe('WaymarkPageLayout', () => {
  it('offers sub-pages as links and marks the one shown', async () => {
    renderInTestApp(
      <WaymarkPageLayout title="Settings" tabs={tabs}>
        content
      </WaymarkPageLayout>,
      { initialRouteEntries: ['/settings/flags/detail'] },
    );

    const nav = await screen.findByRole('navigation', { name: 'Settings' });
    expect(within(nav).getByRole('link', { name: 'Flags' })).toHaveAttribute(
      'aria-current',
      'page',
    );
    expect(
      within(nav).getByRole('link', { name: 'General' }),
    ).not.toHaveAttribute('aria-current');
    expect(
      screen.getByRole('heading', { level: 1, name: 'Settings' }),
    ).toBeInTheDocument();
  });

  it('leaves a page that brings its own header alone', async () => {
    renderInTestApp(
      <WaymarkPageLayout title="Home" noHeader tabs={tabs}>
        <p>content</p>
      </WaymarkPageLayout>,
    );

    expect(await screen.findByText('content')).toBeInTheDocument();
    expect(screen.queryByRole('heading')).not.toBeInTheDocument();
    expect(screen.queryByRole('navigation')).not.toBeInTheDocument();
  });
});
