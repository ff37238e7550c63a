/** What a new item of a type has before anybody writes: what nearly everybody would choose, to be changed where not. */
const NEW_DATA: Record<string, (today: string) => Record<string, unknown>> = {
  NewsItem: (today) => ({ kind: 'news', published_at: today }),
}

export function newData(type: string, now = new Date()): Record<string, unknown> {
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((one) => String(one).padStart(2, '0'))
  return NEW_DATA[type]?.(day.join('-')) ?? {}
}
