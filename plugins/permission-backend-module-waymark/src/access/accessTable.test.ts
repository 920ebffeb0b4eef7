import { createPermission } from '@backstage/plugin-permission-common';
import { defineContract, defineEndpoint } from '@waymark/contract-common';
import { z } from 'zod';
import { resolveRoles } from '../domain/resolveRoles';
import { buildAccessTable } from './buildAccessTable';
import { renderAccessTable } from './renderAccessTable';

const permission = (name: string) => createPermission({ name, attributes: {} });

const library = defineContract({
  pluginId: 'library',
  title: 'Library',
  version: '1.0.0',
  endpoints: {
    getBook: defineEndpoint({
      method: 'get',
      path: '/books/:id',
      summary: 'One book',
      permission: permission('library.book.read'),
      params: z.object({ id: z.string() }),
      response: z.object({}),
    }),
    deleteBook: defineEndpoint({
      method: 'delete',
      path: '/books/:id',
      summary: 'Removes a book',
      permission: permission('library.book.delete'),
      params: z.object({ id: z.string() }),
      response: z.undefined(),
      status: 204,
      audit: { eventId: 'book-delete' },
    }),
  },
  webhooks: {
    receiveShelf: {
      path: '/ingest/shelf',
      summary: 'What a shelf says',
      proof: ['X-Shelf-Token', 'Authorization'],
      secrets: 'library.shelf.secrets',
      maxBodyBytes: 1_000,
    },
  },
});

const roles = resolveRoles({
  developer: {
    members: ['*'],
    inherits: [],
    permissions: ['library.*.read', 'library.book.delete:own'],
  },
  admin: { members: [], inherits: ['developer'], permissions: ['library.*'] },
});

describe('access table', () => {
  it('has a row for each endpoint and decides per role', () => {
    const rows = buildAccessTable([library], roles);
    expect(
      rows.map(({ access, ...row }) => ({
        ...row,
        access: Object.fromEntries(access),
      })),
    ).toEqual([
      {
        method: 'GET',
        path: '/api/library/books/{id}',
        guard: { permission: 'library.book.read' },
        access: { developer: true, admin: true },
      },
      {
        method: 'DELETE',
        path: '/api/library/books/{id}',
        guard: { permission: 'library.book.delete' },
        access: { developer: false, admin: true },
      },
      {
        method: 'POST',
        path: '/api/library/ingest/shelf',
        guard: { proof: ['X-Shelf-Token', 'Authorization'] },
        access: {},
      },
    ]);
  });

  it('gives every role what everyone has', () => {
    const [read, remove] = buildAccessTable(
      [library],
      resolveRoles({
        developer: {
          members: ['*'],
          inherits: [],
          permissions: ['library.book.read'],
        },
        'team-lead': { members: [], inherits: [], permissions: [] },
      }),
    );
    expect(read.access.get('team-lead')).toBe(true);
    expect(remove.access.get('team-lead')).toBe(false);
  });

  it('renders Markdown that needs no formatting', () => {
    expect(renderAccessTable(buildAccessTable([library], roles))).toBe(
      `\
| Endpoint                         | Permission, or proof of the sender | developer | admin |
| -------------------------------- | ---------------------------------- | --------- | ----- |
| \`GET /api/library/books/{id}\`    | \`library.book.read\`                | yes       | yes   |
| \`DELETE /api/library/books/{id}\` | \`library.book.delete\`              | no        | yes   |
| \`POST /api/library/ingest/shelf\` | \`X-Shelf-Token\` or \`Authorization\` | -         | -     |
`,
    );
  });

  it('renders a head where there is no endpoint yet', () => {
    expect(renderAccessTable([])).toBe(
      '| Endpoint | Permission, or proof of the sender |\n| -------- | ---------------------------------- |\n',
    );
  });
});
