import type { ReactNode } from 'react';
import { mockApis } from '@backstage/frontend-test-utils';
import type { HomePageLayoutProps } from '@backstage/plugin-home-react/alpha';
import type { JsonObject, JsonValue } from '@backstage/types';
import type { RoleName } from '@waymark/roles-common';
import { screen, within } from '@testing-library/react';
import { rolesApiRef } from '../api/rolesApi';
import { HomeLayout } from '../layout/HomeLayout';
import { FakeRolesApi } from './fakes';
import { renderHome } from './renderHome';

type Widget = HomePageLayoutProps['widgets'][number];

const BUCKET = 'waymark-home';
const KEY = 'home-arrangement';

/** What a plugin would bring: says with which settings it is drawn. */
export function widget(
  id: string,
  title: string,
  extra: Partial<Widget> = {},
): Widget {
  const Content = (settings: JsonObject) => (
    <h2>
      {title} {JSON.stringify(settings)}
    </h2>
  );
  return {
    name: title,
    title,
    description: `About ${title}`,
    component: <Content />,
    node: { spec: { id: `home-page-widget:${id}` } } as Widget['node'],
    ...extra,
  };
}

export const services = widget('home/services', 'Services', {
  layout: { width: { minColumns: 8 } },
});
export const runs = widget('home/runs', 'Runs', {
  settings: {
    schema: {
      properties: {
        limit: {
          type: 'integer',
          title: 'Show at most',
          enum: [3, 6],
          default: 6,
        },
      },
    },
  },
});
export const links = widget('home/links', 'Links');
export const team = widget('home/team', 'Team');

export const defaults = {
  developer: {
    main: ['home/services', { widget: 'home/runs', width: 'half' }],
    side: ['home/links'],
  },
  'team-lead': { main: ['home/team'] },
};

interface HomePageOptions {
  widgets?: Widget[];
  roles?: RoleName[];
  rolesApi?: FakeRolesApi;
  stored?: JsonValue;
  storage?: ReturnType<typeof mockApis.storage>;
  defaults?: JsonObject;
  /** What stands beside the page in the app. */
  beside?: ReactNode;
}

/** The home page of someone with these roles, and where it keeps what they do. */
export function openHomePage(options: HomePageOptions = {}) {
  const {
    widgets = [services, runs, links, team],
    roles = ['developer'],
    rolesApi = new FakeRolesApi(roles),
    storage = mockApis.storage(),
    stored,
  } = options;
  const bucket = storage.forBucket(BUCKET);
  if (stored !== undefined) {
    void bucket.set(KEY, stored);
  }
  renderHome(
    <>
      <HomeLayout widgets={widgets} />
      {options.beside}
    </>,
    {
      storage,
      apis: [[rolesApiRef, rolesApi]],
      config: { waymark: { home: { defaults: options.defaults ?? defaults } } },
    },
  );
  return {
    bucket,
    kept: () => bucket.snapshot(KEY).value as JsonObject | undefined,
  };
}

/** Titles of the widgets, from above; the main column before the side column. */
export async function shownWidgets(): Promise<string[]> {
  await screen.findAllByRole('heading', { level: 2 }, { timeout: 20_000 });
  return screen
    .getAllByRole('region')
    .filter(region => within(region).queryByRole('heading', { level: 2 }))
    .map(region => region.getAttribute('aria-label') ?? '');
}

/** Ids of the plan, by column. */
export function planned(): Record<string, string[]> {
  return Object.fromEntries(
    ['Main column', 'Side column'].map(name => [
      name,
      within(screen.getByRole('grid', { name }))
        .queryAllByRole('row')
        .flatMap(row => row.getAttribute('data-widget') ?? []),
    ]),
  );
}
