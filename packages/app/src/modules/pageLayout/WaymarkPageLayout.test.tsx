import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import { Helmet } from 'react-helmet';
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

  it('names the page for the browser', async () => {
    renderInTestApp(
      <WaymarkPageLayout title="Settings">content</WaymarkPageLayout>,
      { config: { app: { title: 'Acme Portal' } } },
    );

    await waitFor(() => expect(document.title).toBe('Settings | Acme Portal'));
  });

  it('keeps the name where somebody puts an older title back', async () => {
    renderInTestApp(
      <WaymarkPageLayout title="Docs">content</WaymarkPageLayout>,
      { config: { app: { title: 'Acme Portal' } } },
    );
    await waitFor(() => expect(document.title).toBe('Docs | Acme Portal'));
    document.title = 'Acme Portal';
    await waitFor(() => expect(document.title).toBe('Docs | Acme Portal'));
  });

  it('leaves the name to a page that names itself', async () => {
    renderInTestApp(
      <WaymarkPageLayout title="Settings" noHeader>
        <Helmet title="Settings · Flags" />
      </WaymarkPageLayout>,
      { config: { app: { title: 'Acme Portal' } } },
    );

    await waitFor(() =>
      expect(document.title).toBe('Settings · Flags | Acme Portal'),
    );
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
