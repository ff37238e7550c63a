import { Card, SimpleGrid, Stack } from '@mantine/core'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { FieldView } from '../form/FieldView'
import { useForm } from '../form/FormContext'
import { fieldId } from '../form/fields/fieldProps'
import type { Path } from '../form/store/paths'
import { useValue } from '../form/store/useDraft'
import { AddButton } from './AddButton'
import { dayWords } from './dayWords'
import { DropZone } from './dragging/DropZone'
import { useIsOpen } from './OpenParts'
import { useProgramme } from './ProgrammeContext'
import { RowHead } from './RowHead'
import { SessionCard } from './SessionCard'
import { Typing } from './Typing'
import { useIds } from './useIds'
import { usePath } from './usePath'
import { useText } from './useText'

/** One day with its sessions. */
export const DayCard = memo(function DayCard({ list, id }: { list: Path; id: string }) {
  const { t } = useTranslation('programme')
  const { isReadOnly } = useForm()
  const { fields, open } = useProgramme()
  const path = usePath(list, id)
  const sessions = usePath(path, 'sessions')
  const ids = useIds(sessions)
  const isOpen = useIsOpen(open, id)
  const label = useText([...path, 'label'])
  const [date] = useValue<string>([...path, 'date'])
  return (
    <DropZone part={id} kind="day" id={fieldId(path)} label={label || t('kinds.day')}>
      <Card withBorder padding="sm">
        <RowHead
          path={path}
          kind="day"
          title={label || t('untitled.day')}
          isUntitled={!label}
          detail={date ? dayWords(date) : t('noDate')}
        />
        {isOpen && (
          <Typing path={path} kind="day">
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              {fields.day
                .filter((one) => one.name !== 'sessions')
                .map((one) => (
                  <FieldView key={one.name} field={one} path={[...path, one.name]} />
                ))}
            </SimpleGrid>
          </Typing>
        )}
        <Stack component="ol" gap="sm" p={0} my="xs" style={{ listStyle: 'none' }}>
          {ids.map((one) => (
            <SessionCard key={one} list={sessions} id={one} />
          ))}
        </Stack>
        {!isReadOnly && <AddButton list={sessions} label={t('add.session')} />}
      </Card>
    </DropZone>
  )
})
