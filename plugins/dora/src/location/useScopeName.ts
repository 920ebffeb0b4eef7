import { parseEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { doraTranslationRef } from '../translation';
import { useScope } from './useScope';

const PLACEHOLDER = 'component:default/unknown';

/** The scope may come from an address that somebody typed. */
function kindOf(scope: string | undefined): string | undefined {
  try {
    return scope && parseEntityRef(scope).kind.toLocaleLowerCase('en-US');
  } catch {
    return undefined;
  }
}

/** What the pages are about, in words; no name for the whole organisation. */
export function useScopeName(): { kind?: string; name?: string } {
  const { t } = useTranslationRef(doraTranslationRef);
  const { scope } = useScope();
  const kind = kindOf(scope);
  const { primaryTitle } = useEntityPresentation(
    scope && kind ? scope : PLACEHOLDER,
  );
  if (!kind) return { name: scope };
  // A person stands for their teams: no figure is about a person.
  const name =
    kind === 'user' ? t('scope.teamsOf', { name: primaryTitle }) : primaryTitle;
  return { kind, name };
}
