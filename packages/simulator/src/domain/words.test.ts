import {
  ascii,
  camel,
  pascal,
  plural,
  snake,
  titleCase,
  withArticle,
} from './words';

describe('words', () => {
  it.each([
    ['order', 'orders'],
    ['category', 'categories'],
    ['delivery', 'deliveries'],
    ['box', 'boxes'],
    ['day', 'days'],
    ['batch', 'batches'],
  ])('plural of %s is %s', (one, many) => {
    expect(plural(one)).toBe(many);
  });

  it.each([
    ['Søren Wiśniewski', 'sorenwisniewski'],
    ['Łukasz', 'lukasz'],
    ['Yılmaz', 'yilmaz'],
    ['Krüger', 'kruger'],
  ])('%s is spelled %s in usernames', (name, spelling) => {
    expect(ascii(name)).toBe(spelling);
  });

  it('spells names for code and for people', () => {
    expect(titleCase('partner-api')).toBe('Partner API');
    expect(pascal('saved-basket')).toBe('SavedBasket');
    expect(camel('saved-basket')).toBe('savedBasket');
    expect(snake('savedBasket')).toBe('saved_basket');
    expect(withArticle('order')).toBe('an order');
    expect(withArticle('user role')).toBe('a user role');
  });
});
