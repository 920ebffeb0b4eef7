import { distinctResults } from './distinctResults';

const result = (title: string, location: string) => ({
  type: 'techdocs',
  document: { title, location, text: '' },
});

describe('distinctResults', () => {
  it('keeps the first of a page and the heading that repeats its title', () => {
    const heading = result('Runbook', '/docs/orders/runbook/#runbook');
    const page = result('Runbook', '/docs/orders/runbook/');
    const section = result('Alerts', '/docs/orders/runbook/#alerts');
    const other = result('Runbook', '/docs/basket/runbook/');

    expect(distinctResults([heading, page, section, other])).toEqual([
      heading,
      section,
      other,
    ]);
  });
});
