import { doraCatalogGraphModule } from './catalogGraph/catalogGraphModule';
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

  it('draws its marks in the catalog graph', () => {
    expect(doraCatalogGraphModule.pluginId).toBe('catalog-graph');
  });
});
