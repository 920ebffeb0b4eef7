import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { PORTS } from './src/server/ports.ts';

export default defineConfig({
  root: 'src/web',
  plugins: [react()],
  build: { outDir: '../../dist/web', emptyOutDir: true },
  server: { proxy: { '/api': `http://localhost:${PORTS.http}` } },
});
