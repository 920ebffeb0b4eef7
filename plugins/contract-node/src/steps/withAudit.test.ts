import { mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import request from 'supertest';
import { testLibrary } from '../__testUtils__/testLibrary';

async function setup(options: Parameters<typeof testLibrary>[0] = {}) {
  const event = { success: jest.fn(), fail: jest.fn() };
  const auditor = mockServices.auditor.mock({ createEvent: async () => event });
  const { app } = await testLibrary({ ...options, auditor });
  return { app, auditor, event };
}

describe('audit', () => {
  it('records a write that succeeded, without its body', async () => {
    const { app, auditor, event } = await setup();

    await request(app).post('/shelves/a/books').send({ title: 'Emma' });
    expect(auditor.createEvent).toHaveBeenCalledTimes(1);
    expect(auditor.createEvent).toHaveBeenCalledWith({
      eventId: 'book-create',
      severityLevel: 'medium',
      request: expect.objectContaining({ method: 'POST' }),
      meta: { permission: 'library.book.create', params: { shelf: 'a' } },
    });
    expect(event.success).toHaveBeenCalledTimes(1);
    expect(event.fail).not.toHaveBeenCalled();
  });

  it('uses the severity of the contract', async () => {
    const { app, auditor } = await setup();

    await request(app).put('/books').send([]).expect(200);
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ severityLevel: 'high' }),
    );
  });

  it('records a write that failed, with its error', async () => {
    const { app, event } = await setup();

    await request(app).delete('/books/7').expect(404);
    expect(event.success).not.toHaveBeenCalled();
    expect(event.fail).toHaveBeenCalledWith({
      error: expect.objectContaining({ message: "No book '7'" }),
    });
  });

  it('records no read, and nothing that was refused before', async () => {
    const { app, auditor } = await setup();
    await request(app).get('/shelves/a/books').expect(200);
    await request(app).post('/shelves/a/books').send({}).expect(400);
    expect(auditor.createEvent).not.toHaveBeenCalled();

    const denied = await setup({
      permissions: mockServices.permissions({ result: AuthorizeResult.DENY }),
    });
    await request(denied.app).delete('/books/7').expect(403);
    expect(denied.auditor.createEvent).not.toHaveBeenCalled();
  });
});
