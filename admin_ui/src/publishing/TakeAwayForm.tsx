import { Anchor, List, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { useQuery } from 'urql'
import { useEdited } from '../editing/EditedContext'
import { languageName } from '../i18n/format'
import { SkeletonRows } from '../ui/SkeletonRows'
import { DialogFoot } from './DialogFoot'
import { BeforeTakingAwayDocument, type ImpactUseFragment } from './gql/graphql'
import type { FormProps } from './PublishingDialogs'

/** What visitors and other items lose, before something is taken away, archived or deleted. */
export function TakeAwayForm({ publishing, question }: FormProps) {
  const { t } = useTranslation('publishing')
  const { item, locale } = useEdited()
  const navigate = useNavigate()
  const [{ data, fetching }] = useQuery({
    query: BeforeTakingAwayDocument,
    variables: { id: item.id },
    requestPolicy: 'network-only',
  })
  const impact = data?.impact
  const isUsed = (impact?.live.totalCount ?? 0) > 0

  async function take() {
    if (!(await publishing.run(question, { evenIfUsed: isUsed }))) return
    publishing.close()
    if (question === 'delete') void navigate(`/content/${item.type}`)
  }

  return (
    <Stack>
      <Text size="sm">{t(`sure.${question}`, { language: languageName(locale) })}</Text>
      {fetching && !impact && <SkeletonRows rows={2} height={28} />}
      {impact && <Uses title={t('impact.live', { count: impact.live.totalCount })} uses={impact.live.nodes} />}
      {impact && question === 'delete' && (
        <Uses title={t('impact.draft', { count: impact.draft.totalCount })} uses={impact.draft.nodes} />
      )}
      {impact && impact.overrides.length > 0 && (
        <Text size="sm">{t('impact.overrides', { sites: impact.overrides.map((one) => one.site).join(', ') })}</Text>
      )}
      <DialogFoot
        publishing={publishing}
        step={question}
        label={t(isUsed ? `anyway.${question}` : `do.${question}`)}
        isGrave
        isOff={!impact}
        onConfirm={() => void take()}
      />
    </Stack>
  )
}

function Uses({ title, uses }: { title: string; uses: ImpactUseFragment[] }) {
  const { t } = useTranslation(['publishing', 'content-types'])
  const known = [...new Map(uses.map((one) => [one.item?.id ?? '', one.item])).values()]
  if (known.length === 0) return null
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      <List size="sm">
        {known.map((one) => (
          <List.Item key={one?.id ?? ''}>
            {one ? (
              <Anchor component={Link} to={`/content/${one.type}/${one.id}`} size="sm" target="_blank">
                {one.title || t('untitled')}
              </Anchor>
            ) : (
              t('unreadable')
            )}
          </List.Item>
        ))}
      </List>
    </Stack>
  )
}
