import { readPerson } from './readPerson';

describe('readPerson', () => {
  it.each([
    ['carmen.ortega', 'user:default/carmen.ortega'],
    [' Carmen.Ortega ', 'user:default/carmen.ortega'],
    ['staff/carmen', 'user:staff/carmen'],
    ['user:carmen', 'user:default/carmen'],
    ['User:Staff/carmen', 'user:staff/carmen'],
  ])('takes %j for %s', (text, ref) => {
    expect(readPerson(text)).toBe(ref);
  });

  it.each([
    '',
    ' ',
    'user:',
    'group:default/team-a',
    'a/b/c',
    'Carmen Ortega',
    'carmen\u0000',
    'x'.repeat(64),
  ])('takes %j for nobody', text => {
    expect(readPerson(text)).toBeUndefined();
  });
});
