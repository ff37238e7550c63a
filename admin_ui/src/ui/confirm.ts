import { modals } from '@mantine/modals'
import type { TFunction } from 'i18next'

/** Enter alone must not do what cannot be undone. */
export const GENTLE = { 'data-autofocus': true } as Record<string, unknown>

/** Asks before something that cannot be undone; `at` names title, hint and confirm among an area's messages. */
export function confirm(t: TFunction, at: string, onConfirm: () => void, values: Record<string, unknown> = {}): void {
  modals.openConfirmModal({
    title: t(`${at}.title`, values),
    children: t(`${at}.hint`, values),
    labels: { confirm: t(`${at}.confirm`, values), cancel: t('ui:cancel') },
    confirmProps: { color: 'red' },
    cancelProps: GENTLE,
    closeButtonProps: { 'aria-label': t('ui:close') },
    onConfirm,
  })
}
