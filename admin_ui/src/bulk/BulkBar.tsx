import { Button, Group, Paper, Text } from '@mantine/core'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from 'urql'
import type { ChosenRows } from '../lists/chosenRows'
import { type Row, readAgain } from '../lists/useRows'
import classes from './BulkBar.module.css'
import { BulkDialog } from './BulkDialog'
import { mayDo, VERBS, type Verb } from './verbs'

/** What can be done with the rows that are chosen. */
export function BulkBar({ rows, question, list, selection, sites, onBusy }: ChosenRows) {
  const { t } = useTranslation('bulk')
  const client = useClient()
  const [begun, setBegun] = useState<{ verb: Verb; rows: Row[] }>()
  const readRow = useCallback(
    async (id: string) => list.change(await readAgain(client, question, [id])),
    [client, question, list],
  )
  const close = useCallback(() => {
    setBegun(undefined)
    onBusy(false)
    void list.refresh()
  }, [list, onBusy])
  const begin = (verb: Verb) => {
    setBegun({ verb, rows })
    onBusy(true)
  }
  const possible = VERBS.filter((verb) => rows.some((row) => mayDo(verb, row)))
  return (
    <>
      <Paper className={classes.bar} withBorder shadow="md" p="xs" role="region" aria-label={t('title')}>
        <Group gap="xs">
          <Text size="sm" fw={600} px="xs" aria-live="polite">
            {t('chosen', { count: rows.length })}
          </Text>
          {possible.map((verb) => (
            <Button
              key={verb}
              size="xs"
              variant="default"
              c={verb === 'delete' ? 'red' : undefined}
              onClick={() => begin(verb)}
            >
              {t(`verbs.${verb}`)}
            </Button>
          ))}
          <Button size="xs" variant="subtle" color="gray" ml="auto" onClick={() => selection.set([])}>
            {t('clear')}
          </Button>
        </Group>
      </Paper>
      {begun && <BulkDialog {...begun} sites={sites} onItem={readRow} onClose={close} />}
    </>
  )
}
