/** What a site says of its languages. */
export type Languages = { locales: string[]; fallback: string[]; main: string | null }

export function languagesOf(data: Record<string, unknown>): Languages {
  return {
    locales: texts(data.locales),
    fallback: texts(data.fallback_order),
    main: typeof data.default_locale === 'string' ? data.default_locale : null,
  }
}

/** In which other languages a text is looked for where it is not published in this one. */
export function chainOf(locale: string, { fallback }: Pick<Languages, 'fallback'>): string[] {
  return fallback.filter((one) => one !== locale)
}

/** With other languages: what named one that is gone follows. */
export function withLocales({ fallback, main }: Languages, locales: string[]): Languages {
  return {
    locales,
    fallback: fallback.filter((one) => locales.includes(one)),
    main: main && locales.includes(main) ? main : (locales[0] ?? null),
  }
}

/** What visitors will notice once `next` is published in the place of `live`. */
export function changesOf(live: Languages, next: Languages) {
  const stays = next.locales.filter((one) => live.locales.includes(one))
  return {
    added: next.locales.filter((one) => !live.locales.includes(one)),
    removed: live.locales.filter((one) => !next.locales.includes(one)),
    otherwise: stays.filter((one) => chainOf(one, live).join() !== chainOf(one, next).join()),
    main: live.main !== next.main ? next.main : null,
  }
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : []
}
