import { Combobox, Input, Stack, TextInput } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { Card } from '../../form/cards/CardStore'
import { ItemFinder } from '../../form/cards/ItemFinder'
import { type FieldForm, limit, useForm } from '../../form/FormContext'
import { fieldId } from '../../form/fields/fieldProps'
import type { Path } from '../../form/store/paths'
import { useDraft } from '../../form/store/useDraft'
import { useIds } from '../useIds'
import { newSpeaker } from './newSpeaker'
import { SpeakerRow } from './SpeakerRow'

type Props = { field: FieldForm; path: Path; capacity: 'speaker' | 'moderator' }

/** The people of a talk, or who moderates a session: found by name or made anew, with a role for this talk alone. */
export function SpeakerList({ field, path, capacity }: Props) {
  const { t } = useTranslation('programme')
  const { isReadOnly, locale } = useForm()
  const draft = useDraft()
  const ids = useIds(path)
  const [opened, setOpened] = useState<string | null>(null)
  const isFull = ids.length >= (limit(field, 'max_items') ?? Number.POSITIVE_INFINITY)

  function add(card: Card) {
    const id = flushSync(() => {
      const added = draft.add(path, newSpeaker(card, capacity, locale))
      setOpened(added)
      return added
    })
    document.getElementById(fieldId([...path, id, 'role', locale]))?.focus()
  }

  return (
    <Input.Wrapper label={t(`people.${capacity}s`)} labelElement="div" id={fieldId(path)}>
      {ids.length > 0 && (
        <Stack component="ol" gap={4} p={0} my={4} style={{ listStyle: 'none' }}>
          {ids.map((id, place) => (
            <SpeakerRow
              key={id}
              field={field}
              list={path}
              id={id}
              place={place}
              count={ids.length}
              isOpen={opened === id}
              toggle={() => setOpened(opened === id ? null : id)}
            />
          ))}
        </Stack>
      )}
      {!isReadOnly && !isFull && (
        <ItemFinder type="Person" without={[]} onChoose={add}>
          {(input, refusal, open) => (
            <Combobox.Target withExpandedAttribute>
              <TextInput
                {...input}
                onClick={open}
                mt={4}
                maw={420}
                size="sm"
                leftSection={<IconUserPlus size={16} aria-hidden />}
                placeholder={t('people.find')}
                aria-label={t(`people.add.${capacity}`)}
                error={refusal}
              />
            </Combobox.Target>
          )}
        </ItemFinder>
      )}
    </Input.Wrapper>
  )
}
