import { Text, UnstyledButton, type UnstyledButtonProps } from '@mantine/core'
import type { ComponentPropsWithRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../session/SessionProvider'
import classes from './AccountButton.module.css'

type Props = UnstyledButtonProps & ComponentPropsWithRef<'button'>

/** Initials and name, by which the menu of one's account opens. */
export function AccountButton(props: Props) {
  const { t } = useTranslation('shell')
  const { name } = useSession().person
  return (
    <UnstyledButton aria-haspopup="menu" {...props} aria-label={t('account', { name })} className={classes.button}>
      <span className={classes.initials} aria-hidden>
        {initials(name)}
      </span>
      <Text size="sm" visibleFrom="xs" span>
        {name}
      </Text>
    </UnstyledButton>
  )
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word))
  return words
    .slice(0, 2)
    .map((word) => word.charAt(0).toLocaleUpperCase())
    .join('')
}
