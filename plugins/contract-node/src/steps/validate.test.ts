import request from 'supertest';
import { testLibrary } from '../__testUtils__/testLibrary';

describe('validation', () => {
  it.each([
    ['/shelves/A1/books', 'params.shelf: Invalid string: must match pattern'],
    ['/shelves/a/books?limit=x', 'query.limit: Invalid input: expected number'],
    ['/shelves/a/books?limit=101', 'expected number to be <=100'],
    ['/shelves/a/books?limit=1&limit=2', 'query.limit: Invalid input'],
    [
      '/shelves/a/books?tag=x&tag=a%00b',
      'query.tag: must not hold the character NUL (%00); leave it out',
    ],
    [
      '/shelves/a%00/books',
      'params.shelf: must not hold the character NUL (%00); leave it out',
    ],
    [
      `/shelves/a/books?author=${'a'.repeat(41)}`,
      'query.author: must be at most 40 characters long, and has 41; shorten it',
    ],
  ])('answers 400 to GET %s', async (url, message) => {
    const { app } = await testLibrary();

    const { status, body } = await request(app).get(url);
    expect([status, body.error.name]).toEqual([400, 'InputError']);
    expect(body.error.message).toContain(message);
  });

  it.each([
    [{}, 'body.title: Invalid input: expected string'],
    [{ title: '' }, 'body.title: must not be empty'],
    [
      { title: 'a', authors: [{ name: 'b' }, { name: 3 }] },
      'body.authors[1].name: Invalid input: expected string',
    ],
    [[], 'body: Invalid input: expected object'],
    ['null', 'body: Invalid input: expected object'],
    ['{"title":', 'body: not valid JSON'],
  ])('answers 400 to the body %j', async (sent, message) => {
    const { app } = await testLibrary();

    const { status, body } = await request(app)
      .post('/shelves/a/books')
      .type('json')
      .send(sent);
    expect([status, body.error.name]).toEqual([400, 'InputError']);
    expect(body.error.message).toContain(message);
  });

  it('takes half a character in an address for one that is not known', async () => {
    const { app } = await testLibrary();

    const { status, body } = await request(app).get(
      '/shelves/a/books?author=%ED%A0%80',
    );
    expect(status).toBe(200);
    expect(body.seen.query.author.isWellFormed()).toBe(true);
  });

  it('asks for JSON when the body is something else', async () => {
    const { app } = await testLibrary();

    const { status, body } = await request(app)
      .post('/shelves/a/books')
      .type('form')
      .send('title=Emma');
    expect(status).toBe(400);
    expect(body.error.message).toBe(
      "body: send JSON with 'content-type: application/json'",
    );
  });

  it('names problems of all parts, but not thousands', async () => {
    const { app } = await testLibrary();

    const { body } = await request(app)
      .put('/books')
      .send(Array.from({ length: 30 }, () => ({})));
    expect(body.error.message).toMatch(
      /^body\[0\]\.title: .*; body\[9\]\.title: [^;]*; and 20 more$/,
    );
  });

  it('reads long lists and odd keys as they are', async () => {
    const { app } = await testLibrary();
    const tags = Array.from({ length: 60 }, (_, i) => `tag=${i}`).join('&');

    const { body } = await request(app).get(
      `/shelves/a/books?${tags}&a[b]=1&__proto__=x`,
    );
    expect(body.seen.query.tag).toHaveLength(60);
    expect(body.seen.query).not.toHaveProperty('a');
  });
});
