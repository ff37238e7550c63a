import { Checkbox, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { standingIn, useEdited } from '../editing/EditedContext'
import { languageName } from '../i18n/format'
import { SkeletonRows } from '../ui/SkeletonRows'
import { DialogFoot } from './DialogFoot'
import type { FormProps } from './PublishingDialogs'
import { Targets } from './Targets'
import { useTargets } from './useTargets'
import { WhatGoesLive } from './WhatGoesLive'

/** What goes live, in which languages, and what of the unpublished items that it refers to goes along. */
export function PublishForm({ publishing }: FormProps) {
  const { t } = useTranslation('publishing')
  const { item, locale } = useEdited()
  const [locales, setLocales] = useState([locale])
  const { found, isAsked, chosen, choose, choice } = useTargets([{ id: item.id, locales }])

  async function publish() {
    if (await publishing.run('publish', { locales, ...choice })) publishing.close()
  }

  return (
    <Stack>
      <Languages chosen={locales} choose={setLocales} />
      <WhatGoesLive locales={locales} />
      {!found && <SkeletonRows rows={2} />}
      {found && <Targets found={found} chosen={chosen} choose={choose} />}
      <DialogFoot
        publishing={publishing}
        step="publish"
        label={t('do.publish')}
        isOff={locales.length === 0 || isAsked}
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
