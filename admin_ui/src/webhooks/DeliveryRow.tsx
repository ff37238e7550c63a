import { Badge, Button, Collapse, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { moment, when } from '../i18n/format'
import { Row } from '../ui/Row'
import { DeliveryDetails } from './DeliveryDetails'
import { eventName } from './events'
import type { DeliveryFragment } from './gql/graphql'

const COLORS = { WAITING: 'blue', DELIVERED: 'teal', FAILED: 'red' }

/** One message: what it told, how it went; opened, every word of it. */
export function DeliveryRow({ delivery, url }: { delivery: DeliveryFragment; url: string }) {
  const { t } = useTranslation('webhooks')
  const [isOpen, { toggle }] = useDisclosure(false)
  const { event, state, createdAt, nextAt, tries, attempts } = delivery
  const last = attempts.at(-1)
  const name = eventName(t, event)
  const outcome = last && (last.status ? t('answered', last) : t('unanswered'))
  return (
    <Row
      title={name}
      hint={[
        moment(createdAt),
        outcome,
        tries > 1 && t('tries', { count: tries }),
        state === 'WAITING' && nextAt && t('nextTry', { when: when(nextAt) }),
      ]
        .filter(Boolean)
        .join(' · ')}
      aside={
        <>
          <Badge size="sm" variant="light" color={COLORS[state]}>
            {t(`states.${state}`)}
          </Badge>
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={toggle}
            aria-expanded={isOpen}
            aria-label={t('detailsOf', { name, when: moment(createdAt) })}
            rightSection={
              isOpen ? <IconChevronDown size={16} aria-hidden /> : <IconChevronRight size={16} aria-hidden />
            }
          >
            {t('details')}
          </Button>
        </>
      }
    >
      {last?.error && (
        <Text size="sm" c="red">
          {t('wentWrong', { error: last.error })}
        </Text>
      )}
      <Collapse expanded={isOpen}>{isOpen && <DeliveryDetails delivery={delivery} url={url} />}</Collapse>
    </Row>
  )
}
