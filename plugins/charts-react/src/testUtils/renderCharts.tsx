import type { ReactElement } from 'react';
import {
  configApiRef,
  errorApiRef,
  translationApiRef,
} from '@backstage/frontend-plugin-api';
import { TestApiProvider, mockApis } from '@backstage/frontend-test-utils';
import { render } from '@testing-library/react';
import { MemoryRouter, useLocation } from 'react-router-dom';

function Address() {
  const { pathname, search } = useLocation();
  return <output aria-label="Address">{`${pathname}${search}`}</output>;
}

/** Renders as a page of the portal would, and shows the address that the page is at. */
export function renderCharts(element: ReactElement, address = '/') {
  return render(
    <TestApiProvider
      apis={[
        [translationApiRef, mockApis.translation()],
        [errorApiRef, mockApis.error()],
        [
          configApiRef,
          mockApis.config({
            data: { waymark: { timezone: 'Europe/Berlin' } },
          }),
        ],
      ]}
    >
      <MemoryRouter initialEntries={[address]}>
        {element}
        <Address />
      </MemoryRouter>
    </TestApiProvider>,
  );
}
