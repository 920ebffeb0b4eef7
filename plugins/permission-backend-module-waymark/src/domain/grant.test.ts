import fc from 'fast-check';
import { parseGrant } from './grant';

const word = fc.stringMatching(/^[a-z]{1,6}$/);
const permission = fc
  .array(word, { minLength: 1, maxLength: 4 })
  .map(words => words.join('.'));

describe('parseGrant', () => {
  it.each([
    ['dora.metric.read', 'dora.metric.read', true],
    ['dora.metric.read', 'dora.metric.reader', false],
    ['dora.metric.read', 'xdora.metric.read', false],
    ['dora.metric.read', 'dora-metric-read', false],
    ['dora.*', 'dora.metric.read', true],
    ['dora.*', 'dorax.metric.read', false],
    ['*.import', 'adoption.import', true],
    ['*.import', 'adoption.import.read', false],
    ['catalog.*.read', 'catalog.entity.read', true],
    ['catalog.*.read', 'catalog.entity.delete', false],
    ['*', 'anything.at.all', true],
  ])('%p matches %p: %p', (pattern, name, expected) => {
    expect(parseGrant(pattern)).toMatchObject({ own: false });
    expect(parseGrant(pattern).matches(name)).toBe(expected);
  });

  it('takes the suffix off the name', () => {
    const grant = parseGrant('scaffolder.task.*:own');
    expect(grant.own).toBe(true);
    expect(grant.matches('scaffolder.task.read')).toBe(true);
    expect(grant.matches('scaffolder.task.read:own')).toBe(true);
    expect(grant.matches('scaffolder.action.execute')).toBe(false);
  });

  it('without a star matches itself and nothing else', () => {
    fc.assert(
      fc.property(permission, permission, (pattern, name) => {
        expect(parseGrant(pattern).matches(name)).toBe(pattern === name);
      }),
    );
  });

  it('with a star at the end matches what starts so', () => {
    fc.assert(
      fc.property(permission, permission, (prefix, name) => {
        expect(parseGrant(`${prefix}*`).matches(name)).toBe(
          name.startsWith(prefix),
        );
        expect(parseGrant(`${prefix}*`).matches(prefix + name)).toBe(true);
      }),
    );
  });
});
