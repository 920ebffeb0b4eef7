import { doraHomeModule } from './homeModule';
import { doraPlugin } from './plugin';

describe('doraPlugin', () => {
  it.each([
    'api:dora',
    'page:dora',
    'entity-content:dora',
    'entity-card:dora/health',
    'catalog-column:dora/delivery',
  ])('brings %s', id => {
    expect(doraPlugin.getExtension(id as never)).toBeDefined();
  });

  it('brings a widget for the home page', () => {
    expect(doraHomeModule.pluginId).toBe('home');
  });
});
