export { createDirectory, type Directory } from './domain/directory';
export { buildOrganisation } from './domain/organisation';
export type * from './domain/types';
export { generate, type Summary } from './generate';
export { generateInto, type Outcome } from './generateInto';
export { readArguments } from './settings';
export type * from './truth/types';
