import { createRoot } from 'react-dom/client';
import {
  configApiRef,
  errorApiRef,
  translationApiRef,
} from '@backstage/frontend-plugin-api';
import { TestApiProvider, mockApis } from '@backstage/frontend-test-utils';
import { MemoryRouter } from 'react-router-dom';
import { Gallery } from './Gallery';

const query = new URLSearchParams(window.location.search);
document.body.dataset.themeMode =
  query.get('theme') === 'dark' ? 'dark' : 'light';
document.body.dataset.themeName = 'waymark';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no element with the id "root"');

createRoot(root).render(
  <TestApiProvider
    apis={[
      [translationApiRef, mockApis.translation()],
      [errorApiRef, mockApis.error()],
      [
        configApiRef,
        mockApis.config({ data: { waymark: { timezone: 'Europe/Berlin' } } }),
      ],
    ]}
  >
    <MemoryRouter initialEntries={['/?window=90d&compare=previous']}>
      <Gallery />
    </MemoryRouter>
  </TestApiProvider>,
);
