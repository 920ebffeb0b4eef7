/**
 * Pseudonyms of people and suppression of small groups, as pure functions.
 *
 * @packageDocumentation
 */
export {
  createPseudonymiser,
  type Pseudonymise,
} from './pseudonyms/createPseudonymiser';
export { pseudonymiseFields } from './pseudonyms/pseudonymiseFields';
export {
  MIN_GROUP_SIZE,
  suppressSmallGroups,
  type SuppressedGroup,
} from './suppression/suppressSmallGroups';
