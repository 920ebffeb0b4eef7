import { allCells, fullCells } from './cells';
import { readTemplates, type Template } from './templates';

const template: Template = {
  ...readTemplates()[0],
  plan: {
    environment: {},
    readyz: 'ready',
    cells: [
      { name: 'on', parameters: { part: true }, environment: {} },
      { name: 'off', parameters: { part: false }, environment: {} },
    ],
  },
};

describe('cells', () => {
  it('try every part with every kind of answers', () => {
    const cells = allCells(template);

    expect(cells).toHaveLength(8);
    expect(cells.map(({ parameters }) => parameters.part)).toContain(false);
  });

  it('go to the limits of the form', () => {
    const names = allCells(template).map(({ parameters }) => parameters.name);
    const texts = allCells(template).map(
      ({ parameters }) => parameters.description,
    );

    expect(Math.max(...names.map(name => name.length))).toBe(40);
    expect(Math.max(...texts.map(text => text.length))).toBe(200);
  });

  it('are fewer where each costs minutes', () => {
    expect(fullCells(template).map(({ name }) => name)).toEqual([
      'on, usual',
      'on, longest',
      'on, digits',
      'on, unicode',
      'off, usual',
    ]);
  });
});
