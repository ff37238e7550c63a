import { Button, Menu } from '@mantine/core'
import {
  IconArchive,
  IconCalendarMinus,
  IconCalendarPlus,
  IconChevronDown,
  IconEyeOff,
  IconListCheck,
  IconPackage,
  IconRestore,
  IconTrash,
} from '@tabler/icons-react'
import { type ComponentType, Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { useEdited } from '../editing/EditedContext'
import type { Publishing, Question } from './usePublishing'
import type { Standing } from './useStanding'

type Step = { question: Question; icon: ComponentType<{ size: number }>; isOffered: boolean; isGrave?: boolean }

/** What is done less often. */
export function MoreSteps({ standing, publishing }: { standing: Standing; publishing: Publishing }) {
  const { t } = useTranslation('publishing')
  const { item } = useEdited()
  const may = (name: string) => standing.allowedTransitions.includes(name)
  const isComing = standing.liveVersion !== null || Boolean(standing.effective)
  const isAnyLive = item.states.some((one) => one.liveVersion !== null)
  const steps: Step[] = [
    { question: 'publish', icon: IconListCheck, isOffered: may('publish') },
    { question: 'schedule', icon: IconCalendarPlus, isOffered: may('publish') },
    { question: 'expire', icon: IconCalendarMinus, isOffered: may('unpublish') || (may('publish') && isComing) },
    { question: 'release', icon: IconPackage, isOffered: may('publish') },
    {
      question: 'discard',
      icon: IconRestore,
      isOffered: item.rights.includes('update') && isAnyLive && standing.isChanged,
    },
    { question: 'unpublish', icon: IconEyeOff, isOffered: may('unpublish'), isGrave: true },
    { question: 'archive', icon: IconArchive, isOffered: may('archive'), isGrave: true },
    { question: 'delete', icon: IconTrash, isOffered: item.rights.includes('delete'), isGrave: true },
  ]
  const offered = steps.filter((one) => one.isOffered)
  if (offered.length === 0) return null
  return (
    <Menu position="bottom-end" width="target">
      <Menu.Target>
        <Button variant="subtle" color="gray" size="xs" rightSection={<IconChevronDown size={14} aria-hidden />}>
          {t('moreSteps')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {offered.map(({ question, icon: Icon, isGrave }, place) => (
          <Fragment key={question}>
            {isGrave && place > 0 && !offered[place - 1]?.isGrave && <Menu.Divider />}
            <Menu.Item leftSection={<Icon size={16} aria-hidden />} onClick={() => void publishing.ask(question)}>
              {t(`ask.${question}`)}
            </Menu.Item>
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
