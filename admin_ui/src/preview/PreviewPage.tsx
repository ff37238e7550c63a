import { Alert, Box, Image, Stack, Text, Title, Typography } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { humanized } from '../content-types/labels'
import { EmptyState } from '../ui/EmptyState'
import { SkeletonRows } from '../ui/SkeletonRows'
import { type Asked, type Day, type Delivered, delivered, Incomplete, type Session } from './delivered'

type Found = { page: Delivered | null } | { failure: Error }

/** A plain page of what visitors would read, for sites that have no preview of their own. `version`: asks anew. */
export function PreviewPage({ asked, version }: { asked: Asked; version?: number }) {
  const { t } = useTranslation('preview')
  const found = useDelivered(asked, version)
  if (!found) return <SkeletonRows rows={6} />
  if ('failure' in found && found.failure instanceof Incomplete) return <Lacking fields={found.failure.fields} />
  if ('failure' in found) {
    return (
      <Alert color="red" variant="light" role="alert">
        {found.failure.message || t('failed')}
      </Alert>
    )
  }
  if (!found.page) return <EmptyState title={t('nothing')}>{t('nothingHint')}</EmptyState>
  return <Shown page={found.page} lang={asked.locale} />
}

/** What is to be filled in before there is a page to show. */
function Lacking({ fields }: { fields: string[] }) {
  const { t } = useTranslation(['preview', 'content-types'])
  const names = fields.map((field) => t(`content-types:fields.${field}`, humanized(field)))
  return <EmptyState title={t('lacks')}>{t('lacksHint', { fields: names.join(', ') })}</EmptyState>
}

/** What was there before stays until the next is. */
function useDelivered({ site, locale, token, path }: Asked, version?: number): Found | undefined {
  const [found, setFound] = useState<Found>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version of the draft is another page
  useEffect(() => {
    let isOver = false
    delivered({ site, locale, token, path }).then(
      (page) => !isOver && setFound({ page }),
      (error: Error) => !isOver && setFound({ failure: error }),
    )
    return () => {
      isOver = true
    }
  }, [site, locale, token, path, version])
  return found
}

function Shown({ page, lang }: { page: Delivered; lang: string }) {
  const picture = page.banner ?? page.image
  const facts = [page.dateLabel, page.statusLabel].filter(Boolean).join(' · ')
  return (
    <Stack component="article" lang={lang} gap="md">
      {picture && <Image src={picture.url} alt={picture.alt} radius="md" mah={320} fit="cover" />}
      <Title order={2}>{page.title}</Title>
      {facts && <Text c="dimmed">{facts}</Text>}
      {page.lead && <Text fw={500}>{page.lead}</Text>}
      {[page.focus, page.context].map((html) => html && <Html key={html} html={html} />)}
      {(page.blocks ?? []).map((one) => (
        <Box key={one.id}>
          {one.heading && <Title order={3}>{one.heading}</Title>}
          {one.body && <Html html={one.body} />}
        </Box>
      ))}
      {page.days?.map((one) => (
        <Programme key={one.id} day={one} />
      ))}
    </Stack>
  )
}

/** The server cleans formatted text before it delivers it. */
function Html({ html }: { html: string }) {
  return (
    <Typography>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the delivery API makes it of a structure, without scripts */}
      <div dangerouslySetInnerHTML={{ __html: html }} />
    </Typography>
  )
}

function Programme({ day }: { day: Day }) {
  return (
    <Stack gap="xs">
      <Title order={3}>{[day.label, day.dateLabel].filter(Boolean).join(' · ')}</Title>
      {day.sessions.map((one) => (
        <SessionShown key={one.id} session={one} />
      ))}
    </Stack>
  )
}

function SessionShown({ session }: { session: Session }) {
  return (
    <Box pl="sm" style={{ borderLeft: '2px solid var(--mantine-color-default-border)' }}>
      <Text fw={600}>{[session.startTime, session.title || session.typeLabel].filter(Boolean).join(' ')}</Text>
      {session.talks.map((talk) => (
        <Text key={talk.id} size="sm">
          {[
            talk.title,
            talk.speakers
              .map((one) => one.person?.name)
              .filter(Boolean)
              .join(', '),
          ]
            .filter(Boolean)
            .join(' – ')}
        </Text>
      ))}
      {session.children?.map((one) => (
        <SessionShown key={one.id} session={one} />
      ))}
    </Box>
  )
}
