import { Alert, Anchor, Badge, Button, Card, Group, Stack, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { isBegun, standingIn, useEdited } from '../editing/EditedContext'
import { languageName } from '../i18n/format'
import { STATE_COLORS, shownState } from '../ui/StateBadges'
import { MoreSteps } from './MoreSteps'
import { Refused } from './Refused'
import { StandingFacts } from './StandingFacts'
import { FIRST_STEPS } from './transitions'
import type { Publishing } from './usePublishing'
import { type Standing, useStanding } from './useStanding'

/** Where each language stands, what is live of it, and what may be done next with the one that is shown. */
export function PublishingPanel({ publishing }: { publishing: Publishing }) {
  const { t } = useTranslation(['publishing', 'ui'])
  const { item, languages, locale, site } = useEdited()
  const standing = useStanding(locale)
  return (
    <Card withBorder component="section" aria-label={t('title')}>
      <Group justify="space-between" mb="xs" gap="xs">
        <Title order={2} size="h5">
          {t('title')} · {languageName(locale)}
        </Title>
        <StateBadge state={isBegun(item, locale) ? shownState(standing) : 'none'} />
      </Group>
      <StandingFacts standing={standing} timeZone={site?.timeZone} />
      <Refused publishing={publishing} />
      {item.deletedAt === null && <Steps standing={standing} publishing={publishing} />}
      {languages.length > 1 && <OtherLanguages />}
    </Card>
  )
}

function StateBadge({ state }: { state: string }) {
  const { t } = useTranslation('ui')
  return (
    <Badge color={STATE_COLORS[state]} variant="light" flex="none">
      {t(`states.${state}`)}
    </Badge>
  )
}

/** Steps that there is no reason for while visitors see all of it. */
const FOR_CHANGES = ['publish', 'submit']

function Steps({ standing, publishing }: { standing: Standing; publishing: Publishing }) {
  const { t } = useTranslation('publishing')
  const { saving } = useEdited()
  const { busy, start } = publishing
  const isLive = standing.liveVersion !== null
  const isAllSeen = isLive && !standing.isChanged && saving.state === 'saved'
  const allowed = FIRST_STEPS.filter(
    (one) => standing.allowedTransitions.includes(one) && !(isAllSeen && FOR_CHANGES.includes(one)),
  )
  return (
    <Stack gap="xs">
      <WhoElse standing={standing} />
      {allowed.map((step) => (
        <Button
          key={step}
          variant={step === allowed[0] ? 'filled' : 'default'}
          loading={busy === step}
          disabled={busy !== null && busy !== step}
          onClick={() => void start(step)}
        >
          {t(step === 'publish' && isLive ? 'do.publishChanges' : `do.${step}`)}
        </Button>
      ))}
      <MoreSteps standing={standing} publishing={publishing} />
    </Stack>
  )
}

/** In words, where it is somebody else's turn. */
function WhoElse({ standing }: { standing: Standing }) {
  const { t } = useTranslation('publishing')
  const { problems } = useEdited()
  const { allowedTransitions: may, state, submittedBy } = standing
  const secondPerson = problems.find((one) => one.code === 'SECOND_PERSON_NEEDED')
  if (secondPerson)
    return <Hint title={t('fourEyes')} text={t(may.includes('submit') ? 'fourEyesAsk' : 'fourEyesWait')} />
  if (state === 'pending') {
    return <Hint text={t(may.includes('publish') ? 'decide' : 'waits', { by: submittedBy?.name ?? t('somebody') })} />
  }
  return may.includes('submit') && !may.includes('publish') ? <Hint text={t('askReview')} /> : null
}

function Hint({ title, text }: { title?: string; text: string }) {
  return (
    <Alert color="cyan" variant="light" title={title} p="xs">
      {text}
    </Alert>
  )
}

const UNTOUCHED = { state: 'private' }

/** The other languages at a glance; each leads to its own form. */
function OtherLanguages() {
  const { t } = useTranslation(['publishing', 'ui'])
  const { item, languages, locale, showLocale } = useEdited()
  return (
    <Stack gap={6} mt="md" component="ul" p={0} mb={0} style={{ listStyle: 'none' }} aria-label={t('others')}>
      {languages
        .filter((one) => one !== locale)
        .map((one) => (
          <Group key={one} justify="space-between" component="li">
            <Anchor component="button" type="button" size="sm" onClick={() => showLocale(one)}>
              {languageName(one)}
            </Anchor>
            <StateBadge state={isBegun(item, one) ? shownState(standingIn(item, one) ?? UNTOUCHED) : 'none'} />
          </Group>
        ))}
    </Stack>
  )
}
