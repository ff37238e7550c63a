import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const shared = { globals: false, restoreMocks: true } as const

export default defineConfig({
  plugins: [react()],
  test: {
    projects: [
      {
        extends: true,
        test: { ...shared, name: 'rules', environment: 'node', include: ['{src,explorer}/**/*.test.ts'] },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'screens',
          environment: 'jsdom',
          include: ['src/**/*.test.tsx'],
          setupFiles: ['src/test/setup.ts'],
        },
      },
    ],
  },
})
