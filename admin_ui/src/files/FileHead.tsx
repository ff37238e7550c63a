import { Anchor, Card, Group, SimpleGrid, Skeleton, Stack, Text, TextInput, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { useEdited } from '../editing/EditedContext'
import { useForm } from '../form/FormContext'
import { fieldId } from '../form/fields/fieldProps'
import { useValue } from '../form/store/useDraft'
import { languageName } from '../i18n/format'
import { FileUses } from './FileUses'
import { FocalPoint } from './FocalPoint'
import { factsLine, isPicture } from './facts'
import { FileItemDocument } from './gql/graphql'
import { ReplaceFile } from './ReplaceFile'
import { Thumbnail } from './Thumbnail'

/** What a file is, above the form of what one may say of it: the picture, its descriptions, where it is used. */
export function FileHead() {
  const { t } = useTranslation('files')
  const { item: edited, isReadOnly } = useEdited()
  const [{ data }] = useQuery({ query: FileItemDocument, variables: { id: edited.id } })
  const item = data?.item
  if (!item?.file) return <Skeleton height={320} />
  const { file } = item
  return (
    <>
      <Card withBorder component="section" aria-label={t('theFile')}>
        <Group justify="space-between" mb="sm">
          <Text size="sm" c="dimmed">
            {factsLine(t, file)}
          </Text>
          <Group gap="sm">
            <Anchor href={file.url} target="_blank" rel="noreferrer" size="sm">
              {t('openFile')}
            </Anchor>
            {!isReadOnly && <ReplaceFile filename={file.filename} />}
          </Group>
        </Group>
        {file.picture ? (
          <FocalPoint source={file.picture} width={file.width ?? 1} height={file.height ?? 1} isReadOnly={isReadOnly} />
        ) : (
          <Thumbnail file={file} />
        )}
      </Card>
      {isPicture(file.mime) && <Descriptions isReadOnly={isReadOnly} />}
      <FileUses id={item.id} />
    </>
  )
}

function Descriptions({ isReadOnly }: { isReadOnly: boolean }) {
  const { t } = useTranslation('files')
  const { languages } = useEdited()
  return (
    <Card withBorder component="section" aria-label={t('alt')}>
      <Title order={2} size="h4">
        {t('alt')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('altHint')}
      </Text>
      <SimpleGrid cols={{ base: 1, md: languages.length }}>
        {languages.map((locale) => (
          <AltText key={locale} locale={locale} isReadOnly={isReadOnly} />
        ))}
      </SimpleGrid>
    </Card>
  )
}

function AltText({ locale, isReadOnly }: { locale: string; isReadOnly: boolean }) {
  const { problems } = useForm()
  const path = ['alt', locale]
  const [value, set] = useValue<string>(path)
  const found = problems.find((one) => one.field === 'alt' && (!one.locale || one.locale === locale))
  return (
    <Stack gap={0}>
      <TextInput
        id={fieldId(path)}
        label={languageName(locale)}
        value={value ?? ''}
        maxLength={300}
        error={found?.message}
        disabled={isReadOnly}
        onChange={(event) => set(event.currentTarget.value || null)}
      />
    </Stack>
  )
}
