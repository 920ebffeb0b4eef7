import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Most of these open a whole page, and parts of it are loaded on demand.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 5_000 });
