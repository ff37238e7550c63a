import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { typesAtHome } from '../content-types/newItems'
import { useRights } from '../session/useRights'

const NewItem = lazy(async () => ({ default: (await import('../creation/NewItem')).NewItem }))

export function NewButtons() {
  const { t } = useTranslation('content-types')
  const { may } = useRights()
  const [type, setType] = useState<string>()
  if (!may('create')) return null
  return (
    <>
      {typesAtHome().map((one) => (
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
