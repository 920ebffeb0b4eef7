import { repositoryMatcher } from './repositoryMatcher';

const listing = {
  name: 'acme/orders',
  url: 'git@git.example.com:acme/orders.git',
};
const provider = { baseUrl: 'https://code.example.com/git' };

describe('repositoryMatcher', () => {
  it.each([
    [{ repository: 'acme/orders' }],
    [{ url: 'git@git.example.com:acme/orders.git' }],
    [{ url: 'https://git.example.com/acme/orders' }],
    [{ url: 'https://git.example.com/acme/orders.git/' }],
    [{ url: 'ssh://git@git.example.com/acme/orders.git' }],
    [{ url: 'https://token@git.example.com/acme/orders.git' }],
    [{ url: 'https://code.example.com/git/acme/orders' }],
    [{ url: 'https://code.example.com/git/acme/orders/blob/main/a/b.yaml' }],
    [{}],
  ])('matches %j', request => {
    expect(repositoryMatcher(request, provider)(listing)).toBe(true);
  });

  it.each([
    [{ repository: 'acme/order' }],
    [{ url: 'https://git.example.com/acme/orders-two' }],
    [{ url: 'https://evil.example.com/acme/orders' }],
    [{ url: 'https://code.example.com/git/acme/other/blob/main/acme/orders' }],
  ])('does not match %j', request => {
    expect(repositoryMatcher(request, provider)(listing)).toBe(false);
  });
});
