import { writeFileSync } from 'node:fs';
import { openApiYaml } from '../src/server/testing/openApiYaml.ts';

/** Writes the OpenAPI document that the catalog shows; a test says when it is out of date. */
writeFileSync('openapi.yaml', await openApiYaml());
