import { ActionIcon, Badge, Button, Card, Group, NativeSelect, SimpleGrid, Text, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Face } from '../../form/cards/CardLine'
import { cardWords } from '../../form/cards/cardWords'
import type { Line } from '../model/pastedLines'
import { type Namesakes, NEW, organisationId, type Who } from './proposal'

type Props = {
  line: Line
  namesakes: Namesakes
  who: Who
  isKnown: boolean
  isOut: boolean
  change: (corrected: { line?: Line; who?: Who; isOut?: boolean }) => void
}

const CELLS = ['name', 'role', 'organisation', 'title'] as const

/** What was understood of one line, and who of the library is meant. */
export function PastedLine({ line, namesakes, who, isKnown, isOut, change }: Props) {
  const { t } = useTranslation('programme')
  const hasOrganisation = organisationId(line, who, namesakes) !== undefined
  if (isOut) {
    return (
      <Group component="li" justify="space-between">
        <Text size="sm" td="line-through" c="dimmed">
          {line.name}
        </Text>
        <Button size="compact-xs" variant="subtle" onClick={() => change({ isOut: false })}>
          {t('paste.in')}
        </Button>
      </Group>
    )
  }
  return (
    <Card component="li" withBorder padding="xs" aria-label={line.name}>
      <Group wrap="nowrap" align="start" gap="xs">
        <SimpleGrid cols={{ base: 1, xs: 2, sm: 4 }} spacing="xs" flex={1}>
          {CELLS.map((cell) => (
            <TextInput
              key={cell}
              size="xs"
              label={t(`paste.cells.${cell}`)}
              value={line[cell]}
              onChange={(event) => change({ line: { ...line, [cell]: event.currentTarget.value } })}
            />
          ))}
        </SimpleGrid>
        <ActionIcon
          variant="subtle"
          color="gray"
          mt={18}
          aria-label={t('paste.out', { name: line.name })}
          onClick={() => change({ isOut: true })}
        >
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </Group>
      <Group gap="xs" mt="xs" mih={28}>
        {isKnown && <Person line={line} people={namesakes.people} who={who} choose={(next) => change({ who: next })} />}
        {isKnown && line.organisation && (
          <Badge variant="light" color={hasOrganisation ? 'teal' : 'gray'} tt="none" fw={500}>
            {t(hasOrganisation ? 'paste.organisationKnown' : 'paste.organisationText')}
          </Badge>
        )}
      </Group>
    </Card>
  )
}

type PersonProps = { line: Line; people: Namesakes['people']; who: Who; choose: (who: Who) => void }

/** Somebody new, the one of that name, or one of several who are told apart by picture and organisation. */
function Person({ line, people, who, choose }: PersonProps) {
  const { t } = useTranslation('programme')
  if (people.length === 0) {
    return (
      <Badge variant="light" color="cyan" tt="none" fw={500}>
        {t('paste.newPerson')}
      </Badge>
    )
  }
  const chosen = people.find((one) => one.id === who)
  const options = people.map((one) => ({
    value: one.id,
    label: [one.title, cardWords(one) || t('paste.noAppearance')].join(' – '),
  }))
  return (
    <Group gap="xs" wrap="nowrap" flex={1} miw={220}>
      {chosen && <Face card={chosen} />}
      <NativeSelect
        size="xs"
        flex={1}
        aria-label={t('paste.who', { name: line.name })}
        data={[
          ...(who === null ? [{ value: '', label: t('paste.several') }] : []),
          ...options,
          { value: NEW, label: t('paste.another', { name: line.name }) },
        ]}
        value={who ?? ''}
        onChange={(event) => choose(event.currentTarget.value || null)}
      />
    </Group>
  )
}
