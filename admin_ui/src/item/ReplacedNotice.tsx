import { Alert, Button, Group, Text } from '@mantine/core'
import { IconUserEdit } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEdited } from '../editing/EditedContext'
import type { Replaced } from '../editing/useReplaced'
import { usePathName, withLanguage } from '../form/pathName'
import { useVersions } from '../history/useVersions'

const CompareDialog = lazy(async () => ({ default: (await import('../history/CompareDialog')).CompareDialog }))

/** Whose text stands in the form now instead of what stood there, and where both can be compared. */
export function ReplacedNotice({ replaced }: { replaced: Replaced }) {
  const { t } = useTranslation(['item', 'history', 'ui'])
  const { forgetReplaced, draft, locale } = useEdited()
  const [isComparing, setComparing] = useState(false)
  const name = usePathName()
  const places = replaced.places.map((one) => withLanguage(name(one.at, draft.data, one.locale ?? locale), one.locale))
  return (
    <Alert
      color="yellow"
      variant="light"
      icon={<IconUserEdit />}
      title={t('replaced.title', { who: replaced.by ?? t('replaced.somebody') })}
      role="status"
      mt="xs"
      p="sm"
    >
      <Text size="sm" mb="xs">
        {t('replaced.hint', { places: places.join(', ') })}
      </Text>
      <Group gap="xs">
        <Button size="xs" onClick={() => setComparing(true)}>
          {t('history:compare')}
        </Button>
        <Button size="xs" variant="default" onClick={forgetReplaced}>
          {t('ui:close')}
        </Button>
      </Group>
      {isComparing && <Compared replaced={replaced} onClose={() => setComparing(false)} />}
    </Alert>
  )
}

function Compared({ replaced, onClose }: { replaced: Replaced; onClose: () => void }) {
  const { item } = useEdited()
  const { versions, isLoading } = useVersions(item.id, item.version)
  if (isLoading) return null
  return (
    <Suspense>
      <CompareDialog versions={versions} since={replaced.version} opened={item.version} onClose={onClose} />
    </Suspense>
  )
}
