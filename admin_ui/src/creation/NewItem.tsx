import { Alert, Button, Group, Modal, NativeSelect, Skeleton, Stack, TextInput } from '@mantine/core'
import { type FormEvent, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useVerb } from '../api/useVerb'
import { firstData, firstField } from '../content-types/firstField'
import { useLabel } from '../content-types/labels'
import { newData } from '../content-types/newItems'
import { type Frame, type SiteChoice, useFrame } from '../content-types/useFrame'
import { currentLanguage } from '../i18n'
import { languageName } from '../i18n/format'
import { Refusal } from '../ui/Refusal'
import { useCreators } from './creators'
import { CreateListedDocument } from './gql/graphql'

type Props = { type: string; onClose: () => void }

/** Asks what must be known of a new item, and opens its form. */
export function NewItem(props: Props) {
  const Own = useCreators()[props.type]?.dialog
  if (!Own) return <NewOfAnyType {...props} />
  return (
    <Suspense>
      <Own onClose={props.onClose} />
    </Suspense>
  )
}

function NewOfAnyType({ type, onClose }: Props) {
  const { t } = useTranslation(['creation', 'content-types', 'ui'])
  const frame = useFrame(type)
  const sites = frame.sitesWith('create')
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(`content-types:new.${type}`)}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      {!frame.form && <Skeleton height={180} />}
      {frame.form && !sites.length && <Alert color="yellow">{t('nowhere')}</Alert>}
      {frame.form && sites.length > 0 && <Questions type={type} frame={frame} sites={sites} onClose={onClose} />}
    </Modal>
  )
}

type QuestionsProps = Props & { frame: Frame; sites: SiteChoice[] }

function Questions({ type, frame, sites, onClose }: QuestionsProps) {
  const { t } = useTranslation(['creation', 'content-types', 'ui'])
  const navigate = useNavigate()
  const { run, refusal, isBusy } = useVerb(CreateListedDocument)
  const [key, setKey] = useState(sites[0]?.key ?? '')
  const [value, setValue] = useState('')
  const [wanted, setLocale] = useState<string>(currentLanguage())
  const locales = sites.find((site) => site.key === key)?.locales ?? []
  const locale = locales.includes(wanted) ? wanted : (locales[0] ?? wanted)
  const field = frame.form && firstField(frame.form)

  async function create(event: FormEvent) {
    event.preventDefault()
    const made = await run({ type, site: key, data: { ...newData(type), ...firstData(field, value, locale) } })
    if (!made?.item) return
    onClose()
    // it goes on in the language in which it was begun
    void navigate(`/content/${type}/${made.item.id}?language=${locale}`)
  }

  return (
    <form onSubmit={(event) => void create(event)}>
      <Stack>
        {field && <FirstField type={type} field={field} frame={frame} value={value} setValue={setValue} />}
        {field?.localized && locales.length > 1 && (
          <NativeSelect
            label={t('language')}
            data={locales.map((one) => ({ value: one, label: languageName(one) }))}
            value={locale}
            onChange={(event) => setLocale(event.currentTarget.value)}
          />
        )}
        {sites.length > 1 && (
          <NativeSelect
            label={t('site')}
            description={t('siteHint')}
            data={sites.map((site) => ({ value: site.key, label: site.name }))}
            value={key}
            onChange={(event) => setKey(event.currentTarget.value)}
          />
        )}
        <Refusal refusal={refusal} area="creation" />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('ui:cancel')}
          </Button>
          <Button type="submit" loading={isBusy} disabled={!value.trim()}>
            {t('create')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

type FirstProps = {
  type: string
  field: NonNullable<ReturnType<typeof firstField>>
  frame: Frame
  value: string
  setValue: (value: string) => void
}

function FirstField({ type, field, frame, value, setValue }: FirstProps) {
  const { t } = useTranslation('creation')
  const label = useLabel(field.name, type)
  if (field.options.length) {
    const options = field.options.map((one) => ({ value: one.value, label: frame.option(field.name, one.value) }))
    return (
      <NativeSelect
        data-autofocus
        label={label}
        data={[{ value: '', label: t('choose') }, ...options]}
        value={value}
        onChange={(event) => setValue(event.currentTarget.value)}
      />
    )
  }
  return (
    <TextInput
      data-autofocus
      label={label}
      value={value}
      maxLength={200}
      onChange={(event) => setValue(event.currentTarget.value)}
    />
  )
}
