import {
  STARTING_DEPENDENCIES,
  configPath,
  manifestPath,
  renderConfig,
  renderManifest,
  renderValues,
  type ProjectState,
} from '../content/code/project';
import { scaffold } from '../content/code/scaffold';
import {
  modulePath,
  renderModule,
  renderTest,
  testPath,
} from '../content/code/modules';
import type { ModuleState } from '../content/code/moduleState';
import { asyncApi } from '../content/asyncapi';
import { mkdocs, pagesOf } from '../content/docs';
import { factsOf } from '../content/docs/page';
import { graphQlSchema } from '../content/graphql';
import { openApi, type ApiStage } from '../content/openapi';
import { readme } from '../content/readme';
import { serviceEntities } from '../content/serviceEntities';
import { toDocuments, toYaml } from '../content/yaml';
import { toolAnnotations } from '../deliveries/model/tools';
import type { Directory } from '../domain/directory';
import type { Api, Service } from '../domain/types';
import { changelog, type Release } from './changelog';
import type { FileChange } from './plan';

/** The state of one repository between commits, and how its files look in that state. */
export class Workspace {
  readonly service: Service;
  readonly modules: ModuleState[];
  readonly project: ProjectState;
  readonly lessons: string[] = [];
  readonly releases: Release[] = [];
  /** Texts used lately, so that commits in a row do not read the same. */
  readonly recent: string[] = [];
  /** 0: no contract published yet. */
  apiStage: ApiStage | 0 = 0;
  documented = false;
  readonly #directory: Directory;

  constructor(options: { service: Service; directory: Directory }) {
    const { service, directory } = options;
    const facts = factsOf(service);
    this.service = service;
    this.#directory = directory;
    this.modules = service.nouns
      .slice(0, 3)
      .map(noun => ({ noun, functions: [], guards: [], tested: [] }));
    this.project = {
      version: service.lifecycle === 'experimental' ? '0.1.0' : '1.0.0',
      dependencies: { ...STARTING_DEPENDENCIES[service.language] },
      tuning: {
        maxPageSize: 200,
        batchSize: facts.batch,
        staleAfterHours: 48,
        timeoutMs: facts.timeoutMs,
        retries: 2,
        replicas: facts.replicas,
        memoryMi: 384,
      },
    };
  }

  /** Where there is a runbook, lessons go there instead of the README. */
  get hasRunbook() {
    return this.documented && this.service.type !== 'library';
  }

  initial(): FileChange[] {
    return [
      this.readme(),
      ...Object.entries(scaffold(this.service)).map(([path, content]) => ({
        path,
        content,
      })),
      this.manifest(),
      this.config(),
      ...(this.service.type === 'library' ? [] : [this.values()]),
      this.catalogInfo(),
    ];
  }

  readme(): FileChange {
    const notes = this.hasRunbook ? [] : this.lessons;
    const shown = { ...this.service, docs: this.documented };
    return {
      path: 'README.md',
      content: readme(shown, this.#directory, notes),
    };
  }

  /** Before its contract exists a service does not list its APIs. */
  catalogInfo(): FileChange {
    const { emailDomain } = this.#directory.organisation;
    const shown = {
      ...this.service,
      apis: this.apiStage > 0 ? this.service.apis : [],
      docs: this.documented,
    };
    return {
      path: 'catalog-info.yaml',
      content: toDocuments(
        serviceEntities(
          shown,
          emailDomain,
          toolAnnotations(this.#directory.organisation, shown),
        ),
      ),
    };
  }

  contracts(): FileChange[] {
    return this.service.apis.map(api => ({
      path: api.file,
      content: this.#contract(api),
    }));
  }

  #contract({ type }: Api): string {
    const stage = this.apiStage === 0 ? 1 : this.apiStage;
    const context = {
      service: this.service,
      emailDomain: this.#directory.organisation.emailDomain,
      version: `1.${stage - 1}.0`,
      stage,
    };
    const renderers: Record<Api['type'], () => string> = {
      openapi: () => toYaml(openApi(context)),
      asyncapi: () => toYaml(asyncApi(context)),
      graphql: () => graphQlSchema(this.service),
    };
    return renderers[type]();
  }

  site(): FileChange[] {
    return [
      { path: 'mkdocs.yml', content: mkdocs(this.service) },
      ...pagesOf(this.service).map(({ file }) => this.page(file)),
    ];
  }

  page(name: string): FileChange {
    const { service, lessons } = this;
    const directory = this.#directory;
    const { emailDomain } = directory.organisation;
    const page = pagesOf(service).find(({ file }) => file === name);
    return {
      path: `docs/${name}`,
      content: page?.render({ service, directory, emailDomain, lessons }) ?? '',
    };
  }

  module(state: ModuleState): FileChange {
    return {
      path: modulePath(this.service, state.noun),
      content: renderModule(this.service, state),
    };
  }

  test(state: ModuleState): FileChange {
    return {
      path: testPath(this.service, state.noun),
      content: renderTest(this.service, state),
    };
  }

  manifest(): FileChange {
    const { slug } = this.#directory.organisation;
    return {
      path: manifestPath(this.service),
      content: renderManifest(this.service, slug, this.project),
    };
  }

  config(): FileChange {
    return {
      path: configPath(this.service),
      content: renderConfig(this.service, this.project),
    };
  }

  values(): FileChange {
    return {
      path: 'deploy/values.yaml',
      content: renderValues(this.service, this.project),
    };
  }

  changelog(): FileChange {
    return { path: 'CHANGELOG.md', content: changelog(this.releases) };
  }
}
