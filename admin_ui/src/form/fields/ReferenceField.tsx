import { ActionIcon, Combobox, Pill, PillsInput } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Card } from '../cards/CardStore'
import { ItemFinder } from '../cards/ItemFinder'
import { useCards } from '../cards/useCards'
import { useValue } from '../store/useDraft'
import { useRemoving } from '../useUndoable'
import { type FieldProps, inputProps } from './fieldProps'

/** One other item, found by its title. */
export function ReferenceField(props: FieldProps) {
  return <Referring {...props} isMany={false} />
}

/** Several in order. */
export function ReferencesField(props: FieldProps) {
  return <Referring {...props} isMany />
}

function Referring({ isMany, ...props }: FieldProps & { isMany: boolean }) {
  const { t } = useTranslation('form')
  const [value, set] = useValue<string | string[]>(props.path)
  const removing = useRemoving()
  const chosen = value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]
  const found = useCards(chosen)
  const { id, label, description, error, withAsterisk } = inputProps(props)
  const disabled = props.isReadOnly

  function choose(card: Card) {
    set(isMany ? [...chosen, card.id] : card.id)
  }

  function takeOut(id: string, title: string) {
    const left = chosen.filter((one) => one !== id)
    removing(title, () => set(isMany && left.length ? left : null))
  }

  return (
    <ItemFinder
      type={props.field.target === '*' ? null : (props.field.target ?? null)}
      without={chosen}
      onChoose={choose}
      staysOpen={isMany}
      disabled={disabled}
    >
      {(input, refusal, open) => (
        <Combobox.DropdownTarget>
          <PillsInput {...{ id, label, description, disabled, withAsterisk }} error={refusal ?? error} onClick={open}>
            <Pill.Group>
              {chosen.map((one, place) => (
                <Chosen
                  key={one}
                  id={one}
                  card={found[place]}
                  onRemove={disabled ? undefined : (title) => takeOut(one, title)}
                />
              ))}
              <Combobox.EventsTarget withExpandedAttribute>
                <PillsInput.Field {...input} placeholder={chosen.length ? '' : t('find')} />
              </Combobox.EventsTarget>
            </Pill.Group>
          </PillsInput>
        </Combobox.DropdownTarget>
      )}
    </ItemFinder>
  )
}

type ChosenProps = { id: string; card: Card | null | undefined; onRemove?: (title: string) => void }

function Chosen({ id, card, onRemove }: ChosenProps) {
  const { t } = useTranslation('form')
  const title = card === undefined ? '…' : card?.title || t('untitled')
  return (
    <Pill
      withRemoveButton={onRemove !== undefined}
      onRemove={() => onRemove?.(title)}
      removeButtonProps={{ 'aria-label': t('takeOut', { title }), 'aria-hidden': undefined, tabIndex: 0 }}
    >
      {title}
      {card && (
        <ActionIcon
          component={Link}
          to={`/content/${card.type}/${id}`}
          size={14}
          variant="transparent"
          aria-label={t('open', { title })}
        >
          <IconExternalLink size={12} />
        </ActionIcon>
      )}
    </Pill>
  )
}
