import { Checkbox, Group, Radio, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { standingIn, useEdited } from '../editor/EditedContext'
import { languageName } from '../i18n/format'
import { SkeletonRows } from '../ui/SkeletonRows'
import { DialogFoot } from './DialogFoot'
import { BeforePublishingDocument, type TargetsChoice } from './gql/graphql'
import type { FormProps } from './PublishingDialogs'
import { Targets } from './Targets'
import { WhatGoesLive } from './WhatGoesLive'

/** What goes live, in which languages, and what becomes of the unpublished items that it refers to. */
export function PublishForm({ publishing }: FormProps) {
  const { t } = useTranslation('publishing')
  const { item, locale } = useEdited()
  const [locales, setLocales] = useState([locale])
  const [choice, setChoice] = useState<TargetsChoice>('TOGETHER')
  const [{ data, fetching }] = useQuery({
    query: BeforePublishingDocument,
    variables: { id: item.id, locales },
    requestPolicy: 'network-only',
    pause: locales.length === 0,
  })
  const found = data?.unpublishedTargets
  const count = found?.targets.length ?? 0
  const hasTargets = count > 0
  const mayTogether = found?.isComplete && found.targets.every((one) => one.mayPublish && one.problems.length === 0)
  const targets = mayTogether ? choice : 'IGNORE'

  async function publish() {
    if (await publishing.run('publish', { locales, targets: hasTargets ? targets : 'IGNORE' })) publishing.close()
  }

  return (
    <Stack>
      <Languages chosen={locales} choose={setLocales} />
      <WhatGoesLive locales={locales} />
      {fetching && !data && <SkeletonRows rows={2} />}
      {found && hasTargets && (
        <Stack gap="sm">
          <Targets found={found} />
          <Radio.Group
            value={targets}
            onChange={(next) => setChoice(next as TargetsChoice)}
            label={t('targets.what', { count })}
          >
            <Stack gap="xs" mt="xs">
              <Radio
                value="TOGETHER"
                label={t('targets.together', { count })}
                disabled={!mayTogether}
                description={mayTogether ? undefined : t('targets.cannot', { count })}
              />
              <Radio value="IGNORE" label={t('targets.ignore', { count })} />
            </Stack>
          </Radio.Group>
        </Stack>
      )}
      <DialogFoot
        publishing={publishing}
        step="publish"
        label={t('do.publish')}
        isOff={locales.length === 0 || (fetching && !data)}
        onConfirm={() => void publish()}
      />
    </Stack>
  )
}

/** All languages that could go live now: those with something new are offered. */
function Languages({ chosen, choose }: { chosen: string[]; choose: (locales: string[]) => void }) {
  const { t } = useTranslation('publishing')
  const { item, languages, locale } = useEdited()
  const offered = languages.filter((one) => {
    const standing = standingIn(item, one)
    const isNew = standing?.isChanged || standing?.liveVersion === null
    return one === locale || (isNew && standing?.allowedTransitions.includes('publish'))
  })
  if (offered.length < 2) return <Text size="sm">{t('publishOne', { language: languageName(locale) })}</Text>
  return (
    <Checkbox.Group label={t('publishIn')} value={chosen} onChange={choose}>
      <Group mt="xs">
        {offered.map((one) => (
          <Checkbox key={one} value={one} label={languageName(one)} />
        ))}
      </Group>
    </Checkbox.Group>
  )
}
