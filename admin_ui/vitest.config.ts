import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [react()],
  test: { environment: 'jsdom', globals: false, setupFiles: ['src/test/setup.ts'], restoreMocks: true },
})
