import { clocks } from './clocks';
import { incidents } from './incidents';
import { leadTimes } from './leadTimes';
import { regions, regionsOfService } from './regions';
import type { Scenario } from './scenario';
import { takenBack } from './takenBack';

/** Small stories with figures that were worked out by hand. */
export const SCENARIOS: readonly Scenario[] = [
  takenBack,
  incidents,
  regions,
  regionsOfService,
  leadTimes,
  clocks,
];
