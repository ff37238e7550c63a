import { Code, Menu } from '@mantine/core'
import { IconArrowDown, IconArrowMerge, IconArrowUp, IconKey, IconTrash } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { FoundProblem } from '../form/FormContext'
import { fieldId } from '../form/fields/fieldProps'
import { useDraft } from '../form/store/useDraft'
import { languageName } from '../i18n/format'
import { OutlineHandle, OutlineRow } from '../ui/outline/OutlineRow'
import type { Way } from '../ui/outline/wayOf'
import classes from './Terms.module.css'
import { type Term, termName } from './terms'

export type TermAction = 'rename' | 'merge' | 'remove'

type Props = {
  term: Term
  place: number
  count: number
  columns: string[]
  locale: string
  isReadOnly: boolean
  isFixed: boolean
  /** Whether the uses of terms may be changed. */
  mayMove: boolean
  problems: FoundProblem[]
  step: (id: string, way: Way) => void
  ask: (action: TermAction, term: Term) => void
}

/** One term: its labels side by side, and its key. */
export const TermRow = memo(function TermRow(props: Props) {
  const { term, columns, locale, isReadOnly, isFixed, step, problems } = props
  const { t } = useTranslation('vocabularies')
  const name = termName(term, locale) || t('unnamed')
  const at = ['terms', term.id]
  const wrong = problems.find(({ field }) => field.startsWith(`terms.${term.id}`))
  return (
    <OutlineRow
      id={term.id}
      elementId={fieldId(at)}
      label={name}
      isFixed={isFixed}
      onStep={(way) => step(term.id, way)}
      className={classes.term}
    >
      {isReadOnly ? (
        <span />
      ) : (
        <OutlineHandle
          id={term.id}
          title={name}
          label={t('actionsOf', { name })}
          menu={<TermMenu {...props} name={name} />}
        />
      )}
      <div className={classes.labels}>
        {columns.map((one) => (
          <Label key={one} term={term} name={name} locale={one} isReadOnly={isReadOnly} isWrong={wrong !== undefined} />
        ))}
      </div>
      <Code className={classes.key}>{term.slug}</Code>
      {wrong && (
        <span className={classes.problem} id={`${fieldId(at)}-problem`}>
          {wrong.message}
        </span>
      )}
    </OutlineRow>
  )
})

type LabelProps = { term: Term; name: string; locale: string; isReadOnly: boolean; isWrong: boolean }

function Label({ term, name, locale, isReadOnly, isWrong }: LabelProps) {
  const { t } = useTranslation('vocabularies')
  const draft = useDraft()
  const path = ['terms', term.id, 'label', locale]
  return (
    <span className={classes.label}>
      <span className={classes.language} aria-hidden>
        {locale}
      </span>
      <input
        id={fieldId(path)}
        className={classes.input}
        aria-label={t('labelIn', { name, language: languageName(locale) })}
        aria-describedby={isWrong ? `${fieldId(['terms', term.id])}-problem` : undefined}
        value={term.label?.[locale] ?? ''}
        readOnly={isReadOnly}
        maxLength={120}
        lang={locale}
        onChange={(event) => draft.set(path, event.currentTarget.value)}
      />
    </span>
  )
}

const SIGN = { size: 16, 'aria-hidden': true } as const

function TermMenu({ term, place, count, isFixed, mayMove, name, step, ask }: Props & { name: string }) {
  const { t } = useTranslation('vocabularies')
  return (
    <>
      <Menu.Label>{name}</Menu.Label>
      {!isFixed && (
        <>
          <Menu.Item leftSection={<IconArrowUp {...SIGN} />} disabled={place === 0} onClick={() => step(term.id, 'up')}>
            {t('menu.up')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconArrowDown {...SIGN} />}
            disabled={place === count - 1}
            onClick={() => step(term.id, 'down')}
          >
            {t('menu.down')}
          </Menu.Item>
          <Menu.Divider />
        </>
      )}
      {mayMove && (
        <>
          <Menu.Item leftSection={<IconKey {...SIGN} />} onClick={() => ask('rename', term)}>
            {t('rename.open')}
          </Menu.Item>
          <Menu.Item leftSection={<IconArrowMerge {...SIGN} />} disabled={count < 2} onClick={() => ask('merge', term)}>
            {t('merge.open')}
          </Menu.Item>
        </>
      )}
      <Menu.Item leftSection={<IconTrash {...SIGN} />} onClick={() => ask('remove', term)}>
        {t('remove.open')}
      </Menu.Item>
    </>
  )
}
