import { ConfigReader } from '@backstage/core-app-api';
import { readExample } from './readExample';

const read = (example?: object) =>
  readExample(new ConfigReader({ waymark: example && { example } }));

describe('readExample', () => {
  it('finds nobody to sign in as where the example is not enabled', () => {
    expect(read()).toBeUndefined();
    expect(read({ enabled: false, personas: [] })).toBeUndefined();
  });

  it('reads the organisation and its people', () => {
    const ada = {
      role: 'developer',
      userRef: 'user:default/ada',
      displayName: 'Ada',
    };
    expect(
      read({
        enabled: true,
        organisation: { name: 'Fernway' },
        personas: [ada],
      }),
    ).toEqual({
      organisationName: 'Fernway',
      personas: [{ ...ada, title: undefined, summary: undefined }],
    });
  });

  it('has no organisation to announce where there is only a local sign-in', () => {
    expect(read({ enabled: true })).toEqual({
      organisationName: undefined,
      personas: [],
    });
  });
});
