import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRights } from '../session/useRights'

const NewItem = lazy(async () => ({ default: (await import('../creation/NewItem')).NewItem }))
/** What editors begin most often; everything else is in the lists and in the palette. */
const TYPES = ['NewsItem', 'Edition'] as const

export function NewButtons() {
  const { t } = useTranslation('content-types')
  const { may } = useRights()
  const [type, setType] = useState<string>()
  if (!may('create')) return null
  return (
    <>
      {TYPES.map((one) => (
        <Button
          key={one}
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => setType(one)}
        >
          {t(`new.${one}`)}
        </Button>
      ))}
      <Suspense>{type && <NewItem type={type} onClose={() => setType(undefined)} />}</Suspense>
    </>
  )
}
