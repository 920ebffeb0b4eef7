import { catalogTakesIt } from './catalog';
import type { Rendered } from './check';
import {
  kustomizationsAreWhole,
  nothingIsForgotten,
  podsAreSafe,
} from './deployment';
import { documentsParse, nothingIsEmpty } from './documents';
import { imageIsSafe } from './image';
import { pipelinesArePinned, pipelinesAreWhole } from './pipelines';
import {
  documentationIsWhole,
  lockFits,
  noSecrets,
  repositoryIsWhole,
} from './repository';
import { nothingIsLeft, valuesAreComplete } from './substitutions';

export type { Check, Rendered } from './check';

const CHECKS = [
  nothingIsEmpty,
  nothingIsLeft,
  valuesAreComplete,
  kustomizationsAreWhole,
  podsAreSafe,
  nothingIsForgotten,
  pipelinesAreWhole,
  pipelinesArePinned,
  imageIsSafe,
  repositoryIsWhole,
  documentationIsWhole,
  lockFits,
  noSecrets,
  catalogTakesIt,
];

/** Everything that is wrong with what was rendered. */
export async function problemsOf(rendered: Rendered): Promise<string[]> {
  // The others read documents, and would only say less clearly that those cannot be read.
  const unreadable = documentsParse(rendered);
  if (unreadable.length > 0) return unreadable;
  return (await Promise.all(CHECKS.map(check => check(rendered)))).flat();
}
