import { Badge, Button, Group, Stack } from '@mantine/core'
import { IconClipboardList } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useForm } from '../form/FormContext'
import { fieldId } from '../form/fields/fieldProps'
import type { Path } from '../form/store/paths'
import { useValue } from '../form/store/useDraft'
import { AddButton } from './AddButton'
import { DropZone } from './dragging/DropZone'
import { isNested } from './model/places'
import { useIsOpen } from './OpenParts'
import classes from './Programme.module.css'
import { useProgramme } from './ProgrammeContext'
import { RowHead } from './RowHead'
import { SessionFields } from './SessionFields'
import { TalkRow } from './TalkRow'
import { useChoiceLabel } from './useChoiceLabel'
import { useIds } from './useIds'
import { usePath } from './usePath'
import { useText } from './useText'

/** A session with its talks and the sessions nested in it, which look the same. */
export const SessionCard = memo(function SessionCard({ list, id }: { list: Path; id: string }) {
  const { t } = useTranslation('programme')
  const { isReadOnly } = useForm()
  const { open, paste } = useProgramme()
  const path = usePath(list, id)
  const talks = usePath(path, 'talks')
  const children = usePath(path, 'children')
  const talkIds = useIds(talks)
  const childIds = useIds(children)
  const isOpen = useIsOpen(open, id)
  const title = useText([...path, 'title'])
  return (
    <DropZone
      part={id}
      kind="session"
      id={fieldId(path)}
      label={title || t('kinds.session')}
      className={classes.session}
    >
      <RowHead
        path={path}
        kind="session"
        title={title || t('untitled.session')}
        isUntitled={!title}
        detail={<SessionFacts path={path} />}
      />
      {isOpen && <SessionFields path={path} />}
      {talkIds.length > 0 && (
        <Stack component="ol" gap={2} p={0} m={0} style={{ listStyle: 'none' }}>
          {talkIds.map((one) => (
            <TalkRow key={one} list={talks} id={one} />
          ))}
        </Stack>
      )}
      {childIds.length > 0 && (
        <Stack component="ol" gap="xs" p={0} mt="xs" style={{ listStyle: 'none' }}>
          {childIds.map((one) => (
            <SessionCard key={one} list={children} id={one} />
          ))}
        </Stack>
      )}
      {!isReadOnly && (
        <Group gap={4} mt={4}>
          <AddButton list={talks} label={t('add.talk')} />
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            leftSection={<IconClipboardList size={14} aria-hidden />}
            onClick={() => paste(talks)}
          >
            {t('paste.open')}
          </Button>
          {isOpen && !isNested(path) && <AddButton list={children} label={t('add.nested')} />}
        </Group>
      )}
    </DropZone>
  )
})

/** When it begins and ends, and what kind of session it is. */
function SessionFacts({ path }: { path: Path }) {
  const [start] = useValue<string>([...path, 'start_time'])
  const [end] = useValue<string>([...path, 'end_time'])
  const [type] = useValue<string>([...path, 'type'])
  const { fields } = useProgramme()
  const label = useChoiceLabel(fields.session, 'type', type)
  const group = useText([...path, 'group_title'])
  const times = [start, end].filter(Boolean).join('–')
  return (
    <>
      {times}
      {group}
      {label && label !== group && (
        <Badge variant="light" color="gray" size="sm" tt="none" fw={500}>
          {label}
        </Badge>
      )}
    </>
  )
}
