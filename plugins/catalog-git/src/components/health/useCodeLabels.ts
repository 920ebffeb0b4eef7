import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ProblemCode } from '@waymark/plugin-catalog-git-common';
import { catalogGitTranslationRef } from '../../translation';

/** What people read for a problem code. */
export function useCodeLabels(): Record<ProblemCode, string> {
  const { t } = useTranslationRef(catalogGitTranslationRef);
  return {
    'yaml-syntax': t('health.code.yamlSyntax'),
    schema: t('health.code.schema'),
    'kind-not-allowed': t('health.code.kindNotAllowed'),
    'namespace-not-allowed': t('health.code.namespaceNotAllowed'),
    duplicate: t('health.code.duplicate'),
    'too-large': t('health.code.tooLarge'),
    'too-many-documents': t('health.code.tooManyDocuments'),
    'alias-bomb': t('health.code.aliasBomb'),
    'not-utf8': t('health.code.notUtf8'),
    binary: t('health.code.binary'),
    symlink: t('health.code.symlink'),
    submodule: t('health.code.submodule'),
    'location-outside': t('health.code.locationOutside'),
    'too-complex': t('health.code.tooComplex'),
    unreachable: t('health.code.unreachable'),
    unauthorized: t('health.code.unauthorized'),
    'not-found': t('health.code.notFound'),
    timeout: t('health.code.timeout'),
    corrupt: t('health.code.corrupt'),
    'bad-branch': t('health.code.badBranch'),
    'empty-repository': t('health.code.emptyRepository'),
  };
}
