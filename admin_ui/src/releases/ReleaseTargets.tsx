import { Alert, Button, Stack } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useVerb } from '../api/useVerb'
import { Targets } from '../publishing/Targets'
import { type FoundTargets, mayGoAlong } from '../publishing/targetsFound'
import { Refusal } from '../ui/Refusal'
import { AddToReleaseDocument, type ReleaseFragment } from './gql/graphql'
import { isOpen } from './isOpen'

type Props = { release: ReleaseFragment; found: FoundTargets; isReady: boolean }

/** What its items refer to, visitors do not see and is not in it: what is ticked can be put into it. */
export function ReleaseTargets({ release, found, isReady }: Props) {
  const { t } = useTranslation('releases')
  const { run, refusal, isBusy } = useVerb(AddToReleaseDocument, { touches: ['ReleaseCheck'] })
  const [unticked, setUnticked] = useState<string[]>([])
  const possible = found.targets.filter(mayGoAlong).map(({ id }) => id)
  const chosen = possible.filter((id) => !unticked.includes(id))
  const add = () => void run({ id: release.id, entries: [], targets: 'TOGETHER', together: chosen })
  return (
    <Alert color="yellow" variant="light" icon={<IconAlertTriangle />} title={isReady && t('incomplete')}>
      <Stack gap="sm" align="flex-start">
        <Targets
          found={found}
          chosen={chosen}
          choose={(ids) => setUnticked(possible.filter((id) => !ids.includes(id)))}
          isReadOnly={!isOpen(release)}
        />
        <Refusal refusal={refusal} area="releases" />
        {isOpen(release) && possible.length > 0 && (
          <Button size="xs" variant="default" onClick={add} loading={isBusy} disabled={chosen.length === 0}>
            {t('addTargets')}
          </Button>
        )}
      </Stack>
    </Alert>
  )
}
