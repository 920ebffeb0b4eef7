/** A repository, and what its entities may do. */
export interface RepositoryHome {
  /** The same for every URL of the repository, and of no other. */
  repository: string;
  /** What its entities may be called within; `*` allows every namespace. */
  namespaces: string[];
  /** Where the operator set them. */
  setting: string;
}
