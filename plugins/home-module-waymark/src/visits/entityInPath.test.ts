import { entityInPath } from './entityInPath';

describe('entityInPath', () => {
  it.each([
    ['/docs/default/component/orders', 'component:default/orders'],
    ['/docs/default/Component/orders/runbook/', 'component:default/orders'],
    ['/docs/default/component/orders?q=x#top', 'component:default/orders'],
    ['/docs/a%20b/api/x', 'api:a b/x'],
    ['/docs', undefined],
    ['/docs/default/component/100%', undefined],
    ['/catalog/default/component/orders/docs', undefined],
  ])('finds in %p the documentation of %p', (pathname, ref) => {
    expect(entityInPath('docs', pathname)).toBe(ref);
  });

  it.each([
    ['/catalog/default/component/orders/delivery', 'component:default/orders'],
    ['/catalog', undefined],
    ['/docs/default/component/orders', undefined],
  ])('finds in %p the entity %p', (pathname, ref) => {
    expect(entityInPath('catalog', pathname)).toBe(ref);
  });
});
