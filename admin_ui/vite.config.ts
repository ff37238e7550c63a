import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const cms = process.env.CMS_URL ?? 'http://127.0.0.1:8000'
/** Everything but the interface itself: `make dev` has this one address for all. The explorer is served as it was built. */
const served = '^/(?!admin/(?!explorer/|content-types/))'

/**
 * What home and the lists need of the packages, as one file instead of sixty: it is asked for at once and packs better.
 * Whatever else a screen needs comes with that screen.
 */
const RUNTIME = 'react|react-dom|scheduler|react-router|i18next|react-i18next|urql|@urql|wonka|@0no-co|clsx'
const SHOWN =
  'Alert|Badge|Burger|Button|Center|Group|Input|InputBase|Kbd|Loader|NativeSelect|Skeleton|Stack|Text|TextInput|Title|Transition|UnstyledButton'
const start = new RegExp(
  `node_modules/(${RUNTIME}|@mantine/core/esm/core|@mantine/core/esm/components/(${SHOWN})|@tabler/icons-react/dist/esm/\\w+\\.mjs)(/|$)`,
)

export default defineConfig({
  base: '/admin/',
  plugins: [react()],
  build: {
    target: 'es2022',
    sourcemap: false,
    manifest: true,
    chunkSizeWarningLimit: 700,
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'start', test: start }] } } },
  },
  // tables that the server reads too lie beside this folder
  server: {
    fs: { allow: ['..'] },
    proxy: { [served]: { target: cms, changeOrigin: false } },
  },
})
