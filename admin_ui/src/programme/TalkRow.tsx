import { Stack } from '@mantine/core'
import { IconPaperclip, IconUpload } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { PickFiles } from '../files/PickFiles'
import { FieldView } from '../form/FieldView'
import { useForm } from '../form/FormContext'
import { fieldId } from '../form/fields/fieldProps'
import type { Element } from '../form/store/json'
import type { Path } from '../form/store/paths'
import { useValue } from '../form/store/useDraft'
import { DropZone } from './dragging/DropZone'
import { useIsOpen } from './OpenParts'
import classes from './Programme.module.css'
import { useProgramme } from './ProgrammeContext'
import { SpeakerList } from './people/SpeakerList'
import { useSpeakerWords } from './people/useSpeakerWords'
import { RowHead } from './RowHead'
import { Typing } from './Typing'
import { usePath } from './usePath'
import { useText } from './useText'

/** One talk: a line with its people, which opens to be worked on. */
export const TalkRow = memo(function TalkRow({ list, id }: { list: Path; id: string }) {
  const { t } = useTranslation('programme')
  const { open } = useProgramme()
  const path = usePath(list, id)
  const isOpen = useIsOpen(open, id)
  const title = useText([...path, 'title'])
  const [speakers] = useValue<Element[]>([...path, 'speakers'])
  const people = useSpeakerWords(speakers)
  const names = people.map((one) => one.name).join(', ')
  const words = people.map((one) => [one.name, one.role, one.organisation].filter(Boolean).join(', '))
  const withoutNames = people.map((one) => [one.role, one.organisation].filter(Boolean).join(', ')).filter(Boolean)
  const detail = title ? words : withoutNames
  return (
    <DropZone part={id} kind="talk" id={fieldId(path)} label={title || names || t('kinds.talk')}>
      <RowHead
        path={path}
        kind="talk"
        title={title || names || t('untitled.talk')}
        isUntitled={!title && !names}
        detail={detail.length > 0 && detail.join(' · ')}
        more={<FileCount path={path} />}
      />
      {isOpen && <TalkFields path={path} />}
    </DropZone>
  )
})

function FileCount({ path }: { path: Path }) {
  const { t } = useTranslation('programme')
  const [files] = useValue<string[]>([...path, 'presentations'])
  if (!files?.length) return null
  return (
    <span className={classes.files}>
      <IconPaperclip size={13} aria-hidden />
      {t('files.count', { count: files.length })}
    </span>
  )
}

function TalkFields({ path }: { path: Path }) {
  const { t } = useTranslation('programme')
  const { isReadOnly } = useForm()
  const { fields, takeFiles } = useProgramme()
  const view = (name: string) => {
    const found = fields.talk.find((one) => one.name === name)
    return found && <FieldView key={name} field={found} path={[...path, name]} />
  }
  const speakers = fields.talk.find((one) => one.name === 'speakers')
  return (
    <Typing path={path} kind="talk">
      <Stack gap="sm" my="xs">
        {view('title')}
        {speakers && <SpeakerList field={speakers} path={[...path, 'speakers']} capacity="speaker" />}
        {view('presentations')}
        {!isReadOnly && (
          <PickFiles
            isMany
            onFiles={(files) => takeFiles(files, path.at(-1))}
            size="compact-sm"
            variant="default"
            label={t('files.upload')}
            leftSection={<IconUpload size={14} aria-hidden />}
            style={{ alignSelf: 'flex-start' }}
          />
        )}
        {fields.talk
          .filter((one) => !['title', 'speakers', 'presentations'].includes(one.name))
          .map((one) => view(one.name))}
      </Stack>
    </Typing>
  )
}
