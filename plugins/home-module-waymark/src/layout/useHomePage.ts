import {
  appTreeApiRef,
  configApiRef,
  useApi,
} from '@backstage/frontend-plugin-api';
import type { RoleName } from '@waymark/roles-common';
import { useEffect, useMemo } from 'react';
import {
  EMPTY_ARRANGEMENT,
  idsOf,
  type Arrangement,
} from '../domain/arrangement';
import { mergeDefaults } from '../domain/mergeDefaults';
import { readDefaults } from '../domain/readDefaults';
import { newWidgets, toStored } from '../domain/stored';
import { useMyRoles } from '../roles/useMyRoles';
import { useKeptArrangement, type Kept } from '../storage/useKeptArrangement';
import { extensionIdOf, widgetIdOf, type Widget } from './widgetInfo';

/** What everyone has, for when the roles of a person cannot be told. */
const WITHOUT_ROLES: RoleName[] = ['developer'];

export interface HomePage {
  /** Undefined while it is not known which one it is. */
  arrangement: Arrangement | undefined;
  /** Of the person's roles. */
  byDefault: Arrangement;
  /** Those there are for this person, by id. */
  widgets: ReadonlyMap<string, Widget>;
  /** Came to the default since the person made an arrangement. */
  newIds: string[];
  kept: Kept;
  configProblems: string[];
  rolesFailed: boolean;
  retryRoles(): void;
  save(arrangement: Arrangement): Promise<void>;
  /** No longer offers what is new. */
  dismissNew(): Promise<void>;
  forget(): Promise<void>;
}

/** The arrangement that a person sees: their own, or that of their roles. */
export function useHomePage(available: readonly Widget[]): HomePage {
  const config = useApi(configApiRef);
  const roles = useMyRoles();
  const { kept, save, forget } = useKeptArrangement();
  const { defaults, problems } = useMemo(() => readDefaults(config), [config]);
  const widgets = useMemo(
    () => new Map(available.map(widget => [widgetIdOf(widget), widget])),
    [available],
  );
  const roleNames = roles.data ?? (roles.isError ? WITHOUT_ROLES : undefined);
  const byDefault = useMemo(
    () => mergeDefaults(roleNames ?? WITHOUT_ROLES, defaults),
    [roleNames, defaults],
  );
  useWarningOfUnknown(roleNames && byDefault, widgets);

  const stored = kept.state === 'kept' ? kept.stored : undefined;
  const isUndecided = kept.state === 'loading' || !roleNames;
  const inDefault = idsOf(byDefault).filter(id => widgets.has(id));
  const known = [...(stored?.known ?? []), ...inDefault];

  return {
    arrangement: stored ?? (isUndecided ? undefined : byDefault),
    byDefault,
    widgets,
    newIds:
      stored && roles.data
        ? newWidgets({ stored, byDefault, isAvailable: id => widgets.has(id) })
        : [],
    kept,
    configProblems: problems,
    rolesFailed: roles.isError,
    retryRoles: () => void roles.refetch(),
    save: arrangement => save(toStored(arrangement, known)),
    dismissNew: async () => {
      if (stored) await save(toStored(stored, known));
    },
    forget,
  };
}

/**
 * One line for whoever configures the portal. A widget that is switched off, or
 * not for this person, is in the tree of the app all the same.
 */
function useWarningOfUnknown(
  byDefault: Arrangement | undefined,
  widgets: ReadonlyMap<string, Widget>,
) {
  const { tree } = useApi(appTreeApiRef).getTree();
  const unknown = idsOf(byDefault ?? EMPTY_ARRANGEMENT)
    .filter(id => !widgets.has(id) && !tree.nodes.has(extensionIdOf(id)))
    .join(', ');
  useEffect(() => {
    if (unknown) {
      // eslint-disable-next-line no-console -- for whoever configures the portal
      console.warn(
        `Home page: no plugin provides ${unknown}; left out. ` +
          `Check 'waymark.home.defaults' if that is not on purpose.`,
      );
    }
  }, [unknown]);
}
