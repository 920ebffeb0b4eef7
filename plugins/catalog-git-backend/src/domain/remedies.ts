import { ProblemCode } from '@waymark/plugin-catalog-git-common';

/** What to do about each problem. */
export const remedies: Record<ProblemCode, string> = {
  'yaml-syntax': 'Correct the YAML at this line and push.',
  schema:
    'Compare the document with the descriptor format of its kind, correct it and push.',
  'kind-not-allowed':
    'Remove the document. People and groups come from the organisation source, templates from the templates source; a platform engineer can allow other kinds in catalog.providers.git.<id>.allow.kinds.',
  'namespace-not-allowed':
    'Use an allowed namespace, or ask a platform engineer to add it to catalog.providers.git.<id>.allow.namespaces.',
  duplicate:
    'Rename this entity or remove it from one of the two files; the first owner keeps the name until it gives it up.',
  'too-large':
    'Make the file smaller, for example by moving a definition into a file of its own and referring to it with $text.',
  'too-many-documents':
    'Split the file into several files. Where the whole repository has too many, split it, or ask a platform engineer to raise catalog.providers.git.<id>.limits.entitiesPerRepository.',
  'alias-bomb': 'Write the values out instead of using YAML aliases.',
  'not-utf8': 'Save the file as UTF-8.',
  binary: 'Replace the file with a YAML text file.',
  symlink: 'Replace the symbolic link with a regular file.',
  submodule: 'Put the file into this repository; submodules are not followed.',
  'location-outside':
    'Point to a file of the same repository with a relative path.',
  'too-complex':
    'Split the file, or move large definitions into files of their own and refer to them with $text.',
  unreachable:
    'Check the address and the network between the portal and the host. The last known entities stay until it can be read.',
  unauthorized:
    'Renew the credentials in integrations (or the key of the portal for ssh) and check that they may read this repository, then retry. The last known entities stay.',
  'not-found':
    'If it was moved or renamed, correct its address in catalog.providers.git; if it was deleted, remove it there. The last known entities stay until then.',
  timeout:
    'Check whether the host is overloaded. A repository that needs longer at first gets it with catalog.providers.git.<id>.repositoryTimeout. The last known entities stay.',
  corrupt:
    'Run git fsck in the repository and restore its damaged objects from a clone. The last known entities stay.',
  'bad-branch':
    'Give the branch a name of letters, digits and . _ / + @ = # -, or set catalog.providers.git.<id>.branch.',
  'empty-repository':
    'Push a first commit to the branch, or set another branch in the configuration.',
};
