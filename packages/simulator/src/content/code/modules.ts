import type { Service } from '../../domain/types';
import { camel, snake } from '../../domain/words';
import type { ModuleState } from './moduleState';
import { pythonModule, pythonTest } from './pythonModule';
import { typescriptModule, typescriptTest } from './typescriptModule';

export const sourceFolder = (service: Service) =>
  service.language === 'python' ? `src/${snake(service.name)}` : 'src';

export const modulePath = (service: Service, noun: string) =>
  service.language === 'python'
    ? `${sourceFolder(service)}/${snake(noun)}.py`
    : `src/${camel(noun)}.ts`;

export const testPath = (service: Service, noun: string) =>
  service.language === 'python'
    ? `tests/test_${snake(noun)}.py`
    : `src/${camel(noun)}.test.ts`;

export const renderModule = (service: Service, state: ModuleState) =>
  service.language === 'python'
    ? pythonModule(service, state)
    : typescriptModule(state);

export const renderTest = (service: Service, state: ModuleState) =>
  service.language === 'python'
    ? pythonTest(service, state)
    : typescriptTest(state);
