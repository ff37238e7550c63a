import { Button, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEdited } from '../editing/EditedContext'
import { moment } from '../i18n/format'
import { wallTime } from '../i18n/siteTime'
import { SkeletonRows } from '../ui/SkeletonRows'
import { DialogFoot } from './DialogFoot'
import type { FormProps } from './PublishingDialogs'
import { Targets } from './Targets'
import { useStanding } from './useStanding'
import { useTargets } from './useTargets'

/** A moment of the site's own time at which a language comes or goes. */
export function ScheduleForm({ publishing, question }: FormProps) {
  const { t } = useTranslation('publishing')
  const { item, locale, site } = useEdited()
  const standing = useStanding(locale)
  const timeZone = site?.timeZone ?? 'UTC'
  const known = question === 'schedule' ? standing.effective : standing.expires
  const [at, setAt] = useState(known ? wallTime(known, timeZone) : '')
  const isComing = question === 'schedule'
  const { found, isAsked, chosen, choose, choice } = useTargets(
    isComing ? [{ id: item.id, locales: [locale] }] : [],
    known ? standing.goesAlong : undefined,
  )

  async function put(moment: string | null) {
    if (await publishing.run(question, { at: moment, ...(isComing && choice) })) publishing.close()
  }

  return (
    <Stack>
      <Text size="sm">{t(`${question}Hint`)}</Text>
      <TextInput
        type="datetime-local"
        label={t('at')}
        description={t('siteTime', { zone: timeZone, now: moment(new Date().toISOString(), timeZone) })}
        value={at}
        min={wallTime(new Date(), timeZone)}
        onChange={(event) => setAt(event.currentTarget.value)}
        maw={280}
        autoFocus
      />
      {isComing && !found && <SkeletonRows rows={2} />}
      {found && <Targets found={found} chosen={chosen} choose={choose} />}
      {known && (
        <Button variant="default" c="red" onClick={() => void put(null)} style={{ alignSelf: 'flex-start' }}>
          {t(`${question}Cancel`)}
        </Button>
      )}
      <DialogFoot
        publishing={publishing}
        step={question}
        label={t(`do.${question}`)}
        isOff={!at || isAsked}
        onConfirm={() => void put(at)}
      />
    </Stack>
  )
}
