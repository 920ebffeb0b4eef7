import { widget } from '../__testUtils__/homePage';
import { choiceOf, settingsFields } from './settingsFields';

const withSettings = widget('home/a', 'A', {
  settings: {
    schema: {
      properties: {
        limit: { type: 'integer', title: 'Limit', enum: [3, 6] },
        days: { type: 'integer', minimum: 1, maximum: 90 },
        closed: { type: 'boolean', title: 'With closed ones' },
        label: { type: 'string', description: 'Above the list' },
        nested: { type: 'object' },
        always: true,
      },
    },
  },
});

describe('settingsFields', () => {
  it('has a field for what a form can be made of, and none for the rest', () => {
    expect(settingsFields(withSettings)).toEqual([
      expect.objectContaining({
        name: 'limit',
        label: 'Limit',
        kind: 'choice',
        options: [
          { id: '3', label: '3' },
          { id: '6', label: '6' },
        ],
      }),
      expect.objectContaining({
        name: 'days',
        label: 'days',
        kind: 'number',
        minimum: 1,
        maximum: 90,
        step: 1,
      }),
      expect.objectContaining({ name: 'closed', kind: 'switch' }),
      expect.objectContaining({
        name: 'label',
        kind: 'text',
        description: 'Above the list',
      }),
    ]);
    expect(settingsFields(widget('home/b', 'B'))).toEqual([]);
  });

  it('gives back the value of the schema, not its text', () => {
    expect(choiceOf(withSettings, 'limit', '6')).toBe(6);
    expect(choiceOf(withSettings, 'limit', '7')).toBeUndefined();
  });
});
