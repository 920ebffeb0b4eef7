import { documentedEntity } from './documentedEntity';

describe('documentedEntity', () => {
  it.each([
    ['/docs/default/component/orders', 'component:default/orders'],
    ['/docs/default/Component/orders/runbook/', 'component:default/orders'],
    ['/docs/a%20b/api/x', 'api:a b/x'],
    ['/docs', undefined],
    ['/catalog/default/component/orders/docs', undefined],
  ])('%p is of %p', (pathname, ref) => {
    expect(documentedEntity(pathname)).toBe(ref);
  });
});
