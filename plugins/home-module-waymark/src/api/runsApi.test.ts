import { mockApis } from '@backstage/frontend-test-utils';
import { ScaffolderRunsApi } from './runsApi';

function setup(answer: unknown, status = 200) {
  const asked: string[] = [];
  const fetchApi = mockApis.fetch({
    baseImplementation: async input => {
      asked.push(String(input instanceof Request ? input.url : input));
      return Response.json(answer, { status });
    },
    resolvePluginProtocol: {
      discoveryApi: mockApis.discovery({ baseUrl: 'http://localhost:7007' }),
    },
  });
  return { asked, runsApi: new ScaffolderRunsApi({ fetchApi }) };
}

const task = {
  id: '1',
  status: 'completed',
  createdAt: '2026-11-23T09:30:00.000Z',
  createdBy: 'user:default/ada',
  lastHeartbeatAt: null,
  spec: {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    user: { ref: 'user:default/other' },
    templateInfo: {
      entityRef: 'template:default/node',
      entity: { metadata: { name: 'node', title: 'Node service' } },
    },
    steps: [],
  },
};

describe('ScaffolderRunsApi', () => {
  it('asks for runs, the newest first, and takes what it needs', async () => {
    const { asked, runsApi } = setup({ tasks: [task], totalTasks: 7 });

    await expect(
      runsApi.listRuns({
        createdBy: 'user:default/ada',
        status: 'failed',
        limit: 5,
        offset: 10,
      }),
    ).resolves.toEqual({
      total: 7,
      runs: [
        {
          id: '1',
          status: 'completed',
          startedAt: '2026-11-23T09:30:00.000Z',
          startedBy: 'user:default/ada',
          template: { ref: 'template:default/node', title: 'Node service' },
        },
      ],
    });
    const { pathname, searchParams } = new URL(asked[0]);
    expect(pathname).toBe('/api/scaffolder/v2/tasks');
    expect(Object.fromEntries(searchParams)).toEqual({
      limit: '5',
      offset: '10',
      createdBy: 'user:default/ada',
      status: 'failed',
      order: 'desc:created_at',
    });
  });

  it('takes a run of a draft, which has no template', async () => {
    const { runsApi } = setup({
      tasks: [{ ...task, createdBy: null, spec: {} }],
    });

    const { runs, total } = await runsApi.listRuns({ limit: 1 });
    expect(total).toBe(1);
    expect(runs[0]).toMatchObject({ template: {} });
  });

  it('finds how a run ended', async () => {
    const { runsApi } = setup([
      {
        id: 1,
        type: 'log',
        createdAt: '2026-11-23T09:30:01Z',
        body: { message: 'x' },
      },
      {
        id: 2,
        type: 'completion',
        createdAt: '2026-11-23T09:30:09Z',
        body: {
          message: 'Run completed with status: failed',
          error: { name: 'Error', message: 'No such repository' },
          output: {
            links: [
              { title: 'Repository', url: 'https://x' },
              { title: 'Nowhere' },
            ],
          },
        },
      },
    ]);

    await expect(runsApi.getOutcome('1')).resolves.toEqual({
      endedAt: '2026-11-23T09:30:09Z',
      reason: 'No such repository',
      links: [{ title: 'Repository', url: 'https://x' }],
    });
  });

  it('knows no end of a run that goes on', async () => {
    const { runsApi } = setup([]);
    await expect(runsApi.getOutcome('1')).resolves.toBeUndefined();
  });

  it('fails with the words of the server', async () => {
    const { runsApi } = setup(
      {
        error: { name: 'NotAllowedError', message: 'Not yours' },
        response: { statusCode: 403 },
      },
      403,
    );
    await expect(runsApi.listRuns({ limit: 1 })).rejects.toMatchObject({
      body: { error: { message: 'Not yours' } },
    });
  });
});
