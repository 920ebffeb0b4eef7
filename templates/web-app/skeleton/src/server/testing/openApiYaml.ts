import { stringify } from 'yaml';
import { testApp } from './testApp.ts';

/** The OpenAPI document of the routes as they are now. */
export async function openApiYaml(): Promise<string> {
  const { app } = await testApp();
  await app.ready();
  return stringify(app.swagger(), { aliasDuplicateObjects: false });
}
