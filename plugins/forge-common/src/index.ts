/**
 * Contract, permissions and types of the embedded forge.
 *
 * @packageDocumentation
 */
export {
  forgeContract,
  type ForgeRepository,
  type ForgeToken,
} from './contract';
export { forgeNameSchema } from './names';
export {
  forgePermissions,
  forgeRepoCreatePermission,
  forgeRepoManagePermission,
  forgeRepoReadPermission,
  forgeRepoWritePermission,
  forgeTokenManagePermission,
} from './permissions';
