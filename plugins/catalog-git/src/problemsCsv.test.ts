import { allProblems, problemsCsv } from './problemsCsv';
import { exampleProblem } from './testUtils/examples';

describe('problemsCsv', () => {
  it('quotes text, joins owners and leaves what is absent empty', () => {
    const [header, row] = problemsCsv([
      {
        ...exampleProblem,
        reason: 'needs "a", or\nb',
        line: null,
        owners: ['group:default/a', 'group:default/b'],
      },
    ]).split('\r\n');
    expect(header).toMatch(/^provider,repository,path,line,code,reason/);
    expect(row).toContain(
      '"catalog-info.yaml","","schema","needs ""a"", or\nb"',
    );
    expect(row).toContain('"group:default/a group:default/b"');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx'])(
    'does not let a spreadsheet take %j for a formula',
    reason => {
      expect(problemsCsv([{ ...exampleProblem, reason }])).toContain(
        `"'${reason}"`,
      );
    },
  );

  it('reads every page', async () => {
    const asked: unknown[] = [];
    const problems = await allProblems(
      {
        listProblems: async ({ query } = {}) => {
          asked.push(query);
          return {
            items: [exampleProblem],
            total: 2,
            nextCursor: query?.cursor ? null : 'next',
          };
        },
      },
      { code: 'schema' },
    );
    expect(problems).toHaveLength(2);
    expect(asked).toEqual([
      { code: 'schema', cursor: undefined, limit: 200 },
      { code: 'schema', cursor: 'next', limit: 200 },
    ]);
  });
});
