import {
  createMatchBudget,
  refuseTarget,
  refuseWildcards,
  targetMatcher,
} from './targetGlob';

const matches = (pattern: string, path: string) =>
  targetMatcher(pattern, createMatchBudget())(path);

describe('targetMatcher', () => {
  it.each([
    ['a.yaml', 'a.yaml'],
    ['*.yaml', 'a.yaml'],
    ['?.yaml', 'a.yaml'],
    ['a/*/c.yaml', 'a/b/c.yaml'],
    ['**/c.yaml', 'c.yaml'],
    ['**/c.yaml', 'a/b/c.yaml'],
    ['a/**/c.yaml', 'a/c.yaml'],
    ['a/**/b/*.yaml', 'a/b/x/b/c.yaml'],
    ['a/**', 'a/b/c.yaml'],
    ['*a*b', 'aab-ab'],
    ['.hidden/*', '.hidden/a'],
    ['a+(b).yaml', 'a+(b).yaml'],
  ])('%s matches %s', (pattern, path) => {
    expect(matches(pattern, path)).toBe(true);
  });

  it.each([
    ['*.yaml', 'a/b.yaml'],
    ['*.yaml', 'a.yml'],
    ['?.yaml', 'ab.yaml'],
    ['a/*', 'a/b/c'],
    ['a/**/c.yaml', 'b/c.yaml'],
    ['*', '.hidden'],
    ['**/a', '.git/a'],
    ['?hidden', '.hidden'],
    ['a.yaml', 'aXyaml'],
  ])('%s does not match %s', (pattern, path) => {
    expect(matches(pattern, path)).toBe(false);
  });

  it.each([
    ['names', `${'*a'.repeat(16)}b`, 'a'.repeat(4_000)],
    ['folders', `${'**/a/'.repeat(16)}b`, 'a/'.repeat(2_000)],
  ])('stays fast with hostile %s', (_, pattern, path) => {
    const budget = createMatchBudget();
    const start = performance.now();
    expect(targetMatcher(pattern, budget)(path)).toBe(false);
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  it('stops when the budget of the repository is used up', () => {
    const match = targetMatcher('*aaaab', createMatchBudget(100));
    expect(() => match('a'.repeat(200))).toThrow('take too long to match');
  });
});

describe('refuseTarget', () => {
  it.each(['./a.yaml', 'a/**/*.yaml', 'a?.yaml', '@acme/a+b (1).yaml'])(
    'lets %s pass',
    target => {
      expect(refuseTarget(target)).toBeUndefined();
      expect(refuseWildcards(target)).toBeUndefined();
    },
  );

  it.each(['{a,b}.yaml', '[ab].yaml', '+(a|b)', '!(a)', '!a', '*(a)', '@(a)'])(
    'refuses %s',
    target => {
      expect(refuseTarget(target)).toContain('list the files');
    },
  );

  it('refuses long ones and those with many wildcards', () => {
    expect(refuseTarget('a'.repeat(257))).toContain('256 characters');
    expect(refuseWildcards('*a*a*a*a*')).toContain('has 5 wildcards');
  });
});
