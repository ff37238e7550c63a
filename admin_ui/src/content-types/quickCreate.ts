/** Types of which a new item needs no more than its name, so that it can be made where it is referred to. */
export const QUICK_CREATE: Record<string, (name: string, locale: string) => Record<string, unknown>> = {
  Person: (name) => ({ name }),
  Organisation: (name, locale) => ({ name: { [locale]: name } }),
}
