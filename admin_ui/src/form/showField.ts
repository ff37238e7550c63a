/** Told before a field is shown, with its path: whoever keeps it closed away opens it. */
export const SHOW_FIELD = 'cms:show-field'

/** Brings a field to sight and puts the cursor into it; where a part of a list is closed, its list. */
export function showField(field: string, locale?: string | null): void {
  window.dispatchEvent(new CustomEvent(SHOW_FIELD, { detail: field }))
  const parts = field.split('.')
  const outer = parts.map((_, place) => parts.slice(0, parts.length - place).join('.'))
  const ids = [...(locale ? [`field-${field}.${locale}`] : []), ...outer.map((one) => `field-${one}`)]
  const found = ids.map((id) => document.getElementById(id)).find((one) => one !== null)
  found?.scrollIntoView({ block: 'center' })
  const inside = found?.matches('input, textarea, button, [contenteditable]')
    ? found
    : found?.querySelector<HTMLElement>('input, textarea, button, [contenteditable]')
  inside?.focus({ preventScroll: true })
}
