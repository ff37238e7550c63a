import type { RouteObject } from 'react-router'
import { everyText } from '../../i18n'

/** Home and the lists: all they say is there at the start. */
const FIRST = [undefined, 'content/:type']

/** Every other screen is shown once the texts of all areas are there. */
export function withTexts(routes: RouteObject[]): RouteObject[] {
  return routes.map((route) => {
    if (route.children) return { ...route, children: withTexts(route.children) }
    const { lazy, path } = route
    if (typeof lazy !== 'function' || FIRST.includes(path)) return route
    return { ...route, lazy: async () => (await Promise.all([lazy(), everyText()]))[0] }
  })
}
