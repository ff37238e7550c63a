import { defineConfig } from 'vite'

/** A build of its own: nothing of GraphiQL and its editor comes near the bundle of the admin interface. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/admin/explorer/',
  publicDir: false,
  css: { postcss: {} },
  worker: { format: 'es' },
  build: { target: 'es2022', sourcemap: false, chunkSizeWarningLimit: 4000 },
})
