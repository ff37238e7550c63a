import { ActionIcon, Combobox, TextInput } from '@mantine/core'
import { IconLinkOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Card } from '../../form/cards/CardStore'
import { ItemFinder } from '../../form/cards/ItemFinder'
import { useCards } from '../../form/cards/useCards'
import { useForm } from '../../form/FormContext'
import { fieldId } from '../../form/fields/fieldProps'
import type { Path } from '../../form/store/paths'
import { useValue } from '../../form/store/useDraft'
import { useRemoving } from '../../form/useUndoable'

/** For whom somebody speaks: the name as it is printed, and with it the organisation of the library where it is one. */
export function OrganisationField({ path }: { path: Path }) {
  const { t } = useTranslation('programme')
  const { isReadOnly, problems } = useForm()
  const [name, setName] = useValue<string>([...path, 'organisation_name'])
  const [linked, setLinked] = useValue<string>([...path, 'organisation'])
  const [card] = useCards(linked ? [linked] : [])
  const removing = useRemoving()
  const at = path.join('.')
  const found = problems.find(({ field }) => field === `${at}.organisation_name` || field === `${at}.organisation`)

  function choose(chosen: Card) {
    setLinked(chosen.id)
    setName(chosen.title)
  }

  return (
    <ItemFinder type="Organisation" without={linked ? [linked] : []} onChoose={choose}>
      {(input, refusal, open) => (
        <Combobox.Target withExpandedAttribute>
          <TextInput
            id={fieldId([...path, 'organisation_name'])}
            label={t('people.organisation')}
            description={card ? t('people.linked', { name: card.title }) : t('people.notLinked')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={name ?? ''}
            onFocus={input.onFocus}
            onBlur={input.onBlur}
            onClick={open}
            onChange={(event) => {
              setName(event.currentTarget.value || null)
              input.onChange(event)
            }}
            readOnly={isReadOnly}
            data-only-read={isReadOnly || undefined}
            error={refusal ?? found?.message}
            rightSection={
              linked &&
              !isReadOnly && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('people.unlink')}
                  title={t('people.unlink')}
                  onClick={() => removing(card?.title ?? '', () => setLinked(null))}
                >
                  <IconLinkOff size={16} aria-hidden />
                </ActionIcon>
              )
            }
          />
        </Combobox.Target>
      )}
    </ItemFinder>
  )
}
