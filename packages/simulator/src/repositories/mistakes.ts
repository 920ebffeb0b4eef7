import { entity } from '../content/entity';
import { toDocuments } from '../content/yaml';
import type { Service } from '../domain/types';
import type { FileChange } from './plan';

/** Codes under which the portal reports what it could not take in. */
export type ProblemCode =
  | 'yaml-syntax'
  | 'schema'
  | 'duplicate'
  | 'kind-not-allowed'
  | 'namespace-not-allowed'
  | 'symlink'
  | 'empty-repository';

export interface Problem {
  path?: string;
  /** First line of the file that a reader should look at, from 1. */
  line?: number;
  code: ProblemCode;
  note: string;
}

export interface Mistake {
  name: string;
  /** Steps of its history; the last one is what the portal sees. */
  steps: { message: string; changes: FileChange[] }[];
  problems: Problem[];
  absent: string[];
}

const CATALOG = 'catalog-info.yaml';

function component(
  service: Service,
  name: string,
  description: string,
  spec: Record<string, unknown> = {},
) {
  const { owner, system } = service;
  return entity(
    'Component',
    { name, description },
    { type: 'service', lifecycle: 'experimental', owner, system, ...spec },
  );
}

const catalog = (...entities: object[]): FileChange => ({
  path: CATALOG,
  content: toDocuments(entities),
});
const readme = (title: string, text: string): FileChange => ({
  path: 'README.md',
  content: `# ${title}\n\n${text}\n`,
});

const foreign = <T extends { metadata: object }>(item: T) => ({
  ...item,
  metadata: { ...item.metadata, namespace: 'partners' },
});

/** Mistakes that every organisation makes, one repository each. */
export function mistakes(popular: Service): Mistake[] {
  const good = catalog(
    component(
      popular,
      'load-replay',
      'Replays a morning of production traffic against staging.',
    ),
  );
  // Somebody added an annotation by hand and indented it with a tab.
  const lines = good.content.split('\n');
  const at = lines.findIndex(line => line.includes('waymark.dev/example')) + 1;
  const tabbed = [
    ...lines.slice(0, at),
    "\twaymark.dev/on-call: 'true'",
    ...lines.slice(at),
  ].join('\n');
  const ownerless = component(
    popular,
    'pdf-preview',
    'Renders the first page of a PDF as an image.',
  );
  delete ownerless.spec.owner;

  return [
    {
      name: 'load-replay',
      steps: [
        {
          message: 'feat: replay recorded traffic',
          changes: [
            readme(
              'Load Replay',
              'Replays a morning of production traffic against staging.',
            ),
            good,
          ],
        },
        {
          message: 'chore: mark as on call',
          changes: [{ path: CATALOG, content: tabbed }],
        },
      ],
      problems: [
        {
          path: CATALOG,
          line: at + 1,
          code: 'yaml-syntax',
          note: 'A line is indented with a tab. The commit before it was fine.',
        },
      ],
      absent: ['component:default/load-replay'],
    },
    {
      name: 'pdf-preview',
      steps: [
        {
          message: 'feat: preview of PDF files',
          changes: [
            readme('PDF Preview', 'Renders the first page of a PDF.'),
            catalog(ownerless),
          ],
        },
      ],
      problems: [
        { path: CATALOG, code: 'schema', note: 'spec.owner is missing.' },
      ],
      absent: ['component:default/pdf-preview'],
    },
    {
      name: 'colour-picker',
      steps: [
        {
          message: 'feat: pick colours from a photo',
          changes: [
            catalog(
              component(
                popular,
                'colour picker (beta)',
                'Picks matching colours from a photo.',
              ),
            ),
          ],
        },
      ],
      problems: [
        {
          path: CATALOG,
          code: 'schema',
          note: 'metadata.name has spaces and parentheses.',
        },
      ],
      absent: ['component:default/colour picker (beta)'],
    },
    {
      name: `${popular.name}-fork`,
      steps: [
        {
          message: `chore: start from a copy of ${popular.name}`,
          changes: [
            readme(`${popular.title} (fork)`, 'A copy to try things out.'),
            catalog(
              component(
                popular,
                popular.name,
                `Copy of ${popular.title} to try things out.`,
              ),
            ),
          ],
        },
      ],
      problems: [
        {
          path: CATALOG,
          code: 'duplicate',
          note: `component:default/${popular.name} already comes from ${popular.repository}, which keeps it.`,
        },
      ],
      absent: [],
    },
    {
      name: 'hack-week',
      steps: [
        {
          message: 'feat: our hack week team',
          changes: [
            catalog(
              entity(
                'User',
                { name: 'hack.week' },
                {
                  profile: { displayName: 'Hack Week' },
                  memberOf: ['hack-week', 'portal-admins'],
                },
              ),
              entity(
                'Group',
                { name: 'hack-week', description: 'Seven people and a pizza.' },
                { type: 'team', children: [] },
              ),
            ),
          ],
        },
      ],
      problems: [
        {
          path: CATALOG,
          code: 'kind-not-allowed',
          note: 'A User that would make itself a portal administrator.',
        },
        {
          path: CATALOG,
          code: 'kind-not-allowed',
          note: 'A Group outside the organisation repository.',
        },
      ],
      absent: ['user:default/hack.week', 'group:default/hack-week'],
    },
    {
      name: 'partner-sandbox',
      steps: [
        {
          message: 'feat: sandbox for partners',
          changes: [
            catalog(
              foreign(
                component(
                  popular,
                  'partner-sandbox',
                  'Where partners try our interfaces.',
                ),
              ),
            ),
          ],
        },
      ],
      problems: [
        {
          path: CATALOG,
          code: 'namespace-not-allowed',
          note: 'The entity is in namespace "partners".',
        },
      ],
      absent: ['component:partners/partner-sandbox'],
    },
    {
      name: 'shared-settings',
      steps: [
        {
          message: 'chore: one catalogue file for all tools',
          changes: [
            {
              path: 'config/catalog.yaml',
              content: catalog(
                component(
                  popular,
                  'shared-settings',
                  'Settings that several tools read.',
                ),
              ).content,
            },
            { path: CATALOG, content: 'config/catalog.yaml', symlink: true },
          ],
        },
      ],
      problems: [
        {
          path: CATALOG,
          code: 'symlink',
          note: 'The catalogue file is a symbolic link.',
        },
      ],
      absent: ['component:default/shared-settings'],
    },
    {
      name: 'next-idea',
      steps: [],
      problems: [
        { code: 'empty-repository', note: 'Created, never pushed to.' },
      ],
      absent: [],
    },
  ];
}
