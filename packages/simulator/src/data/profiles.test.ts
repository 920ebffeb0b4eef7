import limits from './limits.json';
import { LIMITS, PROFILES } from './profiles';

describe('limits.json', () => {
  it('names every profile, and no other', () => {
    expect(limits.profiles).toEqual(Object.keys(PROFILES));
  });

  it('lets every profile be made', () => {
    for (const { services } of Object.values(PROFILES)) {
      expect(services).toBeGreaterThanOrEqual(LIMITS.services.min);
      expect(services).toBeLessThanOrEqual(LIMITS.services.max);
    }
  });
});
