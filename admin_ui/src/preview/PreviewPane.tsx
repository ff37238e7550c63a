import { Alert, Box, Button, Card, CloseButton, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconExternalLink } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEdited } from '../editing/EditedContext'
import { languageName } from '../i18n/format'
import { SkeletonRows } from '../ui/SkeletonRows'
import { PreviewPage } from './PreviewPage'
import { type Preview, usePreview } from './usePreview'

/** The draft as visitors of a site would see it, in a language, now or at a moment; drawn anew with every save. */
export function PreviewPane({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['preview', 'ui'])
  const { item, sites, locale } = useEdited()
  const places = sites.filter((one) => one.key === item.site || item.shared.includes(one.key))
  const offered = places.length ? places : sites
  const [key, setKey] = useState((offered.find((one) => one.key === item.site) ?? offered[0])?.key ?? item.site)
  const site = offered.find((one) => one.key === key)
  const [moment, setMoment] = useState('')
  const [asOf] = useDebouncedValue(moment || null, 600)
  const shown = site?.locales.includes(locale) ? locale : (site?.defaultLocale ?? locale)
  const { preview, refusal } = usePreview({ item: item.id, site: key, locale: shown, asOf })
  return (
    <Card withBorder component="section" aria-label={t('title')} h="100%">
      <Group justify="space-between" mb="sm" wrap="nowrap">
        <Title order={2} size="h5">
          {t('title')} · {languageName(shown)}
        </Title>
        <Group gap={4} wrap="nowrap">
          {preview && (
            <Button
              component="a"
              href={preview.url ?? ownAddress(preview)}
              target="_blank"
              rel="noreferrer"
              size="compact-sm"
              variant="subtle"
              leftSection={<IconExternalLink size={14} aria-hidden />}
            >
              {t('open')}
            </Button>
          )}
          <CloseButton onClick={onClose} aria-label={t('ui:close')} />
        </Group>
      </Group>
      <Group gap="xs" mb="sm" grow align="flex-start">
        {offered.length > 1 && (
          <Select
            label={t('site')}
            size="xs"
            data={offered.map((one) => ({ value: one.key, label: one.name }))}
            value={key}
            onChange={(next) => next && setKey(next)}
            allowDeselect={false}
          />
        )}
        <TextInput
          type="datetime-local"
          size="xs"
          label={t('asOf', { zone: site?.timeZone ?? 'UTC' })}
          description={t('asOfHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={moment}
          onChange={(event) => setMoment(event.currentTarget.value)}
        />
      </Group>
      {refusal && (
        <Alert color="red" variant="light" role="alert">
          {refusal}
        </Alert>
      )}
      {!preview && !refusal && <SkeletonRows rows={6} />}
      {preview && <Framed preview={preview} version={item.version} />}
    </Card>
  )
}

/** By the site itself where it has an address for previews, else by our own plain page. */
function Framed({ preview, version }: { preview: Preview; version: number }) {
  const { t } = useTranslation('preview')
  if (!preview.url) {
    return (
      <Stack gap="sm">
        <Text size="xs" c="dimmed">
          {t('plain')}
        </Text>
        <PreviewPage asked={askedBy(preview)} version={version} />
      </Stack>
    )
  }
  return (
    <Box
      component="iframe"
      key={version}
      src={preview.url}
      title={t('title')}
      w="100%"
      h="calc(100dvh - 16rem)"
      style={{ border: 0 }}
      sandbox="allow-scripts allow-same-origin allow-forms allow-popups"
    />
  )
}

function askedBy({ site, locale, token, path }: Preview) {
  return { site, locale, token, path }
}

function ownAddress(preview: Preview): string {
  return `/admin/preview?${new URLSearchParams(askedBy(preview))}`
}
