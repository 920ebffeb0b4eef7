import {
  TestApiProvider,
  mockApis,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { ReactElement } from 'react';
import { doraApiRef } from '../api/doraApi';
import { rootRouteRef } from '../routes';
import { FakeDoraApi } from './FakeDoraApi';

interface RenderOptions {
  /** Where the test stands; the element is rendered at the mount path. */
  address: string;
  mountPath?: string;
  api?: FakeDoraApi;
  /** Whether everything is allowed, or nothing; allowed by default. */
  allowed?: boolean;
}

/** Renders in an app with the routes and APIs of the delivery pages. */
export function renderDelivery(
  element: ReactElement,
  {
    address,
    mountPath = '/',
    api = new FakeDoraApi(),
    allowed = true,
  }: RenderOptions,
): FakeDoraApi {
  renderInTestApp(
    <TestApiProvider
      apis={[
        [doraApiRef, api],
        [catalogApiRef, catalogApiMock()],
        [
          permissionApiRef,
          mockApis.permission({
            authorize: allowed ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
          }),
        ],
      ]}
    >
      {element}
    </TestApiProvider>,
    {
      apis: [mockApis.identity({ userEntityRef: 'user:default/maaike' })],
      initialRouteEntries: [address],
      mountPath,
      mountedRoutes: {
        '/dora': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
    },
  );
  return api;
}

/** The search of a link, as an object. */
export function searchOf(link: HTMLElement): Record<string, string> {
  const address = new URL(link.getAttribute('href') ?? '', 'http://localhost');
  return Object.fromEntries(address.searchParams);
}
