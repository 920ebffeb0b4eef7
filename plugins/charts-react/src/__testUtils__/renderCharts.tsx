import type { ReactElement } from 'react';
import {
  configApiRef,
  errorApiRef,
  translationApiRef,
} from '@backstage/frontend-plugin-api';
import { TestApiProvider, mockApis } from '@backstage/frontend-test-utils';
import { act, render } from '@testing-library/react';
import { MemoryRouter, useLocation } from 'react-router-dom';

function Address() {
  const { pathname, search } = useLocation();
  return <output aria-label="Address">{`${pathname}${search}`}</output>;
}

const FUTURE = { v7_startTransition: true, v7_relativeSplatPath: true };

/**
 * Renders as a page of the portal would, and shows the address that the page is at. Waits for
 * the drawings, which are loaded when they are needed.
 */
export async function renderCharts(element: ReactElement, address = '/') {
  const page = (
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
      <MemoryRouter initialEntries={[address]} future={FUTURE}>
        {element}
        <Address />
      </MemoryRouter>
    </TestApiProvider>
  );
  await act(async () => {
    render(page);
  });
}
