import { ActionIcon, Button, Card, Fieldset, Group, Menu, Stack, Text } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FieldView } from '../FieldView'
import { partFields, useForm } from '../FormContext'
import { FORMATTED_TEXT, focusInside } from '../focusInside'
import type { Element, JsonObject } from '../store/json'
import { useDraft, useValue } from '../store/useDraft'
import { useRemoving } from '../useUndoable'
import { elementTitle } from './elementTitle'
import { type FieldProps, fieldId } from './fieldProps'

/** A group of fields that belong together. */
export function EmbeddedOneField({ field, path, label, error }: FieldProps) {
  const { form } = useForm()
  return (
    <Fieldset legend={label} id={fieldId(path)} variant="filled">
      {error && <Problem text={error} />}
      <Stack>
        {partFields(form, field.parts[0]?.part ?? '').map((one) => (
          <FieldView key={one.name} field={one} path={[...path, one.name]} />
        ))}
      </Stack>
    </Fieldset>
  )
}

/** Parts in an order, each opened when it is worked on. */
export function EmbeddedListField(props: FieldProps) {
  const { field, path, label, error, isReadOnly } = props
  const { t } = useTranslation(['form', 'content-types'])
  const draft = useDraft()
  const [value] = useValue<Element[]>(path)
  const [opened, setOpened] = useState<string | null>(null)
  const list = value ?? []

  function add(kind: string) {
    const id = draft.add(path, kind ? { kind } : {})
    setOpened(id)
    focusInside(fieldId([...path, id]), kind === TEXT ? FORMATTED_TEXT : undefined)
  }

  return (
    <Fieldset legend={label} id={fieldId(path)} variant="filled" tabIndex={-1}>
      {error && <Problem text={error} />}
      <Stack gap="xs" component="ol" p={0} m={0} style={{ listStyle: 'none' }}>
        {list.map((element, place) => (
          <ElementCard
            key={element.id}
            {...props}
            element={element}
            place={place}
            count={list.length}
            isOpen={opened === element.id}
            toggle={() => setOpened(opened === element.id ? null : element.id)}
          />
        ))}
      </Stack>
      {!isReadOnly && (
        <AddButton
          kinds={field.parts.map((one) => one.kind)}
          add={add}
          label={t('add', {
            what: field.parts.length > 1 ? label : t(`content-types:parts.${field.parts[0]?.part}`, label),
          })}
        />
      )}
    </Fieldset>
  )
}

type CardProps = FieldProps & {
  element: Element
  place: number
  count: number
  isOpen: boolean
  toggle: () => void
}

function ElementCard({ field, path, element, place, count, isOpen, toggle, isReadOnly }: CardProps) {
  const { t } = useTranslation('form')
  const { form, locale } = useForm()
  const draft = useDraft()
  const removing = useRemoving()
  const part = field.parts.find((one) => one.kind === (element.kind ?? ''))?.part ?? ''
  const title = elementTitle(element as JsonObject, locale) || t('entry', { number: place + 1 })
  const at = [...path, element.id]

  function remove() {
    removing(title, () => draft.remove(path, element.id))
    document.getElementById(fieldId(path))?.focus()
  }

  return (
    <Card withBorder padding="xs" component="li" id={fieldId(at)}>
      <Group justify="space-between" wrap="nowrap">
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          onClick={toggle}
          aria-expanded={isOpen}
          flex={1}
          justify="flex-start"
        >
          <Text truncate size="sm" fw={500}>
            {title}
          </Text>
        </Button>
        {!isReadOnly && (
          <Group gap={2} wrap="nowrap">
            <Tool
              label={t('up', { title })}
              isOff={place === 0}
              onClick={() => draft.move(path, element.id, place - 1)}
            >
              <IconArrowUp size={16} />
            </Tool>
            <Tool
              label={t('down', { title })}
              isOff={place === count - 1}
              onClick={() => draft.move(path, element.id, place + 1)}
            >
              <IconArrowDown size={16} />
            </Tool>
            <Tool label={t('remove', { title })} onClick={remove}>
              <IconTrash size={16} />
            </Tool>
          </Group>
        )}
      </Group>
      {isOpen && (
        <Stack mt="xs">
          {partFields(form, part).map((one) => (
            <FieldView key={one.name} field={one} path={[...at, one.name]} />
          ))}
        </Stack>
      )}
    </Card>
  )
}

function Tool({
  label,
  isOff,
  onClick,
  children,
}: {
  label: string
  isOff?: boolean
  onClick: () => void
  children: React.ReactNode
}) {
  return (
    <ActionIcon variant="subtle" color="gray" aria-label={label} title={label} disabled={isOff} onClick={onClick}>
      {children}
    </ActionIcon>
  )
}

/** What is added most: it needs no menu. */
const TEXT = 'text'

function AddButton({ kinds, add, label }: { kinds: string[]; add: (kind: string) => void; label: string }) {
  const { t } = useTranslation(['content-types', 'form'])
  const shared = { variant: 'default', size: 'xs', mt: 'xs', leftSection: <IconPlus size={14} aria-hidden /> } as const
  if (kinds.length < 2) {
    return (
      <Button {...shared} onClick={() => add(kinds[0] ?? '')}>
        {label}
      </Button>
    )
  }
  const others = kinds.filter((kind) => kind !== TEXT)
  return (
    <Group gap="xs" mt="xs">
      {others.length < kinds.length && (
        <Button {...shared} mt={0} onClick={() => add(TEXT)}>
          {t('form:writeText')}
        </Button>
      )}
      <Menu>
        <Menu.Target>
          <Button {...shared} mt={0}>
            {others.length < kinds.length ? t('form:addOther') : label}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {others.map((kind) => (
            <Menu.Item key={kind} onClick={() => add(kind)}>
              {t(`blocks.${kind}`, kind)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Group>
  )
}

function Problem({ text }: { text: string }) {
  return (
    <Text size="sm" c="red" role="alert">
      {text}
    </Text>
  )
}
