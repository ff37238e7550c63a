import { Alert, Badge, Button, Card, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { useEdited } from '../editing/EditedContext'
import type { EditorSite } from '../editing/sites'
import { FieldView } from '../form/FieldView'
import { FormProvider, type FormSurroundings } from '../form/FormContext'
import { DraftProvider } from '../form/store/useDraft'
import { languageName } from '../i18n/format'
import { Targets } from '../publishing/Targets'
import { SkeletonRows } from '../ui/SkeletonRows'
import { OverridableDocument, type OverridePartsFragment, SiteOverrideDocument } from './gql/graphql'
import { ROOT, useOverride } from './useOverride'

/** What one site says of an item of another one in its own words: title, lead, picture, place in its lists. */
export function SiteOverride({ site }: { site: EditorSite }) {
  const { item } = useEdited()
  const [{ data, error }] = useQuery({
    query: SiteOverrideDocument,
    variables: { item: item.id, site: site.key },
    requestPolicy: 'network-only',
  })
  const [{ data: types }] = useQuery({ query: OverridableDocument })
  const fields = types?.contentTypes.find((one) => one.name === item.type)?.overridable
  if (error || fields?.length === 0) return null
  if (!fields || data === undefined) return <SkeletonRows rows={4} />
  return <OverrideForm site={site} fields={fields} known={data.override ?? null} />
}

type Props = { site: EditorSite; fields: FormSurroundings['form']['fields']; known: OverridePartsFragment | null }

function OverrideForm({ site, fields, known }: Props) {
  const { t } = useTranslation(['collaboration', 'ui'])
  const { form } = useEdited()
  const [locale, setLocale] = useState(site.defaultLocale)
  const own = useOverride(site.key, known)
  const surroundings: FormSurroundings = useMemo(
    () => ({ form, site: site.key, locale, source: null, isReadOnly: false, problems: own.problems }),
    [form, site.key, locale, own.problems],
  )
  return (
    <Card withBorder component="section" aria-label={t('override.title', { site: site.name })}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4">
          {t('override.title', { site: site.name })}
        </Title>
        <Badge variant="light" color={own.override?.live ? 'teal' : 'gray'}>
          {t(`override.${own.override?.live ? 'own' : 'original'}`)}
        </Badge>
      </Group>
      <Text size="sm" c="dimmed" mb="sm">
        {t('override.hint')}
      </Text>
      <Stack>
        {site.locales.length > 1 && (
          <SegmentedControl
            size="xs"
            aria-label={t('override.language')}
            data={site.locales.map((value) => ({ value, label: languageName(value) }))}
            value={locale}
            onChange={setLocale}
            style={{ alignSelf: 'flex-start' }}
          />
        )}
        <DraftProvider draft={own.draft}>
          <FormProvider value={surroundings}>
            {fields.map((one) => (
              <FieldView key={one.name} field={{ ...one, required: false }} path={[ROOT, one.name]} />
            ))}
          </FormProvider>
        </DraftProvider>
        {own.refusal && (
          <Alert color="red" variant="light" role="alert">
            {own.refusal}
          </Alert>
        )}
        {own.targets.found && (
          <Targets found={own.targets.found} chosen={own.targets.chosen} choose={own.targets.choose} />
        )}
        <OverrideSteps own={own} site={site} />
      </Stack>
    </Card>
  )
}

function OverrideSteps({ own, site }: { own: ReturnType<typeof useOverride>; site: EditorSite }) {
  const { t } = useTranslation('collaboration')
  const { override, isBusy, isUnsaved } = own
  return (
    <Group gap="xs">
      <Button onClick={() => void own.publish()} loading={isBusy} disabled={!isUnsaved && !override?.isChanged}>
        {t('override.publish', { site: site.name })}
      </Button>
      <Button variant="default" onClick={() => void own.save()} loading={isBusy} disabled={!isUnsaved}>
        {t('override.save')}
      </Button>
      {Boolean(override?.live) && (
        <Button variant="default" onClick={() => void own.withdraw()} loading={isBusy}>
          {t('override.withdraw')}
        </Button>
      )}
      {override?.isChanged && !isUnsaved && (
        <Button variant="subtle" color="gray" onClick={() => void own.discard()} loading={isBusy}>
          {t('override.discard')}
        </Button>
      )}
    </Group>
  )
}
