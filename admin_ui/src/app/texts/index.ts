import type { Texts } from '../../i18n'

/** The texts of every area, put together for each language. */
export const TEXTS: Texts = {
  en: { first: () => import('./first/en'), rest: () => import('./rest/en') },
  cs: { first: () => import('./first/cs'), rest: () => import('./rest/cs') },
  bg: { first: () => import('./first/bg'), rest: () => import('./rest/bg') },
}
