import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './SkipLink.module.css'

/** The first stop of the keyboard: past the menu. */
export function SkipLink({ to }: { to: RefObject<HTMLElement | null> }) {
  const { t } = useTranslation('shell')
  return (
    <button type="button" className={classes.link} onClick={() => to.current?.focus()}>
      {t('skip')}
    </button>
  )
}
