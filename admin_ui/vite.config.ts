import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const cms = process.env.CMS_URL ?? 'http://127.0.0.1:8000'
const served = ['/management', '/session', '/files', '/graphql', '/uploads']

export default defineConfig({
  base: '/admin/',
  plugins: [react()],
  build: { target: 'es2022', sourcemap: false, chunkSizeWarningLimit: 700 },
  server: { proxy: Object.fromEntries(served.map((path) => [path, { target: cms, changeOrigin: false }])) },
})
