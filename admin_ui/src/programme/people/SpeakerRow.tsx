import { ActionIcon, Group, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Face } from '../../form/cards/CardLine'
import { useCards } from '../../form/cards/useCards'
import { FieldView } from '../../form/FieldView'
import { type FieldForm, partFields, useForm } from '../../form/FormContext'
import { fieldId } from '../../form/fields/fieldProps'
import type { Element } from '../../form/store/json'
import type { Path } from '../../form/store/paths'
import { useDraft, useValue } from '../../form/store/useDraft'
import { useRemoving } from '../../form/useUndoable'
import classes from '../Programme.module.css'
import { useProgramme } from '../ProgrammeContext'
import { RowProblems } from '../RowProblems'
import { useChoiceLabel } from '../useChoiceLabel'
import { OrganisationField } from './OrganisationField'
import { useSpeakerWords } from './useSpeakerWords'

type Props = {
  field: FieldForm
  list: Path
  id: string
  place: number
  count: number
  isOpen: boolean
  toggle: () => void
}

const ORGANISATION = ['organisation_name', 'organisation']

/** One person at a talk: who it is, and as what; it opens to be changed. */
export function SpeakerRow({ field, list, id, place, count, isOpen, toggle }: Props) {
  const { t } = useTranslation(['programme', 'form'])
  const { form, isReadOnly } = useForm()
  const { fields } = useProgramme()
  const draft = useDraft()
  const removing = useRemoving()
  const path = [...list, id]
  const [speaker] = useValue<Element>(path)
  const [words] = useSpeakerWords(speaker ? [speaker] : [])
  const [card] = useCards(speaker?.person ? [String(speaker.person)] : [])
  const capacity = useChoiceLabel(fields.speaker, 'capacity', speaker?.capacity as string | undefined)
  const name = words?.name || t('people.nobody')
  const detail = [words?.role, words?.organisation].filter(Boolean).join(', ')
  return (
    <li id={fieldId(path)}>
      <Group gap="xs" wrap="nowrap" justify="space-between">
        <button type="button" className={classes.title} aria-expanded={isOpen} onClick={toggle}>
          <span className={classes.person}>
            <Face card={card ?? { title: words?.name ?? '', type: 'Person', pictureUrl: null }} />
            <span className={classes.words}>
              <span className={classes.name}>{name}</span>
              <Text span size="xs" c="dimmed">
                {[detail, capacity].filter(Boolean).join(' · ')}
              </Text>
            </span>
          </span>
        </button>
        {!isReadOnly && (
          <Group gap={0} wrap="nowrap">
            <Tool
              label={t('form:up', { title: name })}
              isOff={place === 0}
              onClick={() => draft.move(list, id, place - 1)}
            >
              <IconArrowUp size={16} aria-hidden />
            </Tool>
            <Tool
              label={t('form:down', { title: name })}
              isOff={place === count - 1}
              onClick={() => draft.move(list, id, place + 1)}
            >
              <IconArrowDown size={16} aria-hidden />
            </Tool>
            <Tool
              label={t('form:remove', { title: name })}
              onClick={() => removing(name, () => draft.remove(list, id))}
            >
              <IconTrash size={16} aria-hidden />
            </Tool>
          </Group>
        )}
      </Group>
      {!isOpen && <RowProblems at={path} />}
      {isOpen && (
        <Stack gap="sm" className={classes.fields}>
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
            {partFields(form, field.parts[0]?.part ?? '')
              .filter((one) => !ORGANISATION.includes(one.name))
              .map((one) => (
                <FieldView key={one.name} field={one} path={[...path, one.name]} />
              ))}
            <OrganisationField path={path} />
          </SimpleGrid>
        </Stack>
      )}
    </li>
  )
}

type ToolProps = { label: string; isOff?: boolean; onClick: () => void; children: React.ReactNode }

function Tool({ label, isOff, onClick, children }: ToolProps) {
  return (
    <ActionIcon variant="subtle" color="gray" aria-label={label} title={label} disabled={isOff} onClick={onClick}>
      {children}
    </ActionIcon>
  )
}
