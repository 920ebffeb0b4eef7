import { ConfigReader } from '@backstage/config';
import { readDefaults } from './readDefaults';

const read = (defaults: unknown) =>
  readDefaults(
    new ConfigReader({ waymark: { home: { defaults: defaults as object } } }),
  );

describe('readDefaults', () => {
  it('reads ids, short and in full, with widths and settings', () => {
    const { defaults, problems } = read({
      developer: {
        main: [
          'home/my-services',
          'home-page-widget:home/my-runs',
          { widget: 'home/my-docs', width: 'half' },
        ],
        side: [{ widget: 'home/recent-visits', settings: { limit: 3 } }],
      },
    });
    expect(problems).toEqual([]);
    expect(defaults.get('developer')).toEqual({
      main: [
        { id: 'home/my-services', width: 'full' },
        { id: 'home/my-runs', width: 'full' },
        { id: 'home/my-docs', width: 'half' },
      ],
      side: [
        { id: 'home/recent-visits', width: 'full', settings: { limit: 3 } },
      ],
    });
  });

  it('is content without any', () => {
    expect(readDefaults(new ConfigReader({}))).toEqual({
      defaults: new Map(),
      problems: [],
    });
  });

  it.each([
    [
      { 'team-leads': { main: [] } },
      "Config 'waymark.home.defaults.team-leads' is no role; there are developer, team-lead",
    ],
    [
      { developer: { main: ['My services'] } },
      "Config 'waymark.home.defaults.developer.main[0]': must be the id of a widget, such as 'home/my-services'",
    ],
    [
      { developer: { main: [{ widget: 'home/a', width: 'third' }] } },
      "Config 'waymark.home.defaults.developer.main[0].width'",
    ],
    [
      { developer: { main: ['home/a'], side: ['home/b', 'home/a'] } },
      "Config 'waymark.home.defaults.developer.side[1]': places 'home/a' a second time; remove one of the two",
    ],
    [
      { developer: { top: ['home/a'] } },
      `Config 'waymark.home.defaults.developer': Unrecognized key: "top"`,
    ],
    [['home/a'], "Config 'waymark.home.defaults' must be an object"],
  ])('says what is wrong with %j', (written, message) => {
    expect(read(written).problems).toEqual([expect.stringContaining(message)]);
  });

  it('keeps the roles that are in order', () => {
    const { defaults, problems } = read({
      developer: { main: ['home/a'] },
      admin: { main: [7] },
    });
    expect(problems).toHaveLength(1);
    expect([...defaults.keys()]).toEqual(['developer']);
  });
});
