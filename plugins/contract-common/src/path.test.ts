import fc from 'fast-check';
import { fillPath, pathParameters, toPathTemplate } from './path';

describe('paths', () => {
  it('finds parameters and renders the OpenAPI form', () => {
    expect(pathParameters('/a/:owner/b/:repo_name')).toEqual([
      'owner',
      'repo_name',
    ]);
    expect(toPathTemplate('/a/:owner/b/:repo_name')).toBe(
      '/a/{owner}/b/{repo_name}',
    );
  });

  it.each(['', '.', '..', undefined])('refuses %p as a parameter', id => {
    expect(() => fillPath('/books/:id', { id })).toThrow(
      "Path parameter 'id' of '/books/:id' must not be",
    );
  });

  it('keeps any other value inside its own segment', () => {
    const value = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter(text => text !== '.' && text !== '..');
    fc.assert(
      fc.property(value, id => {
        const { pathname } = new URL(
          fillPath('/books/:id/pages', { id }),
          'http://localhost',
        );
        const [, books, segment, pages, ...rest] = pathname.split('/');
        expect([books, pages, rest]).toEqual(['books', 'pages', []]);
        expect(decodeURIComponent(segment)).toBe(id);
      }),
    );
  });
});
