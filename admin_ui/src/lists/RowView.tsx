import { Badge, Group } from '@mantine/core'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { listHint } from '../content-types/lists'
import { currentLanguage } from '../i18n'
import { when } from '../i18n/format'
import { StateBadges } from '../ui/StateBadges'
import classes from './Rows.module.css'
import type { Row } from './useRows'

type Props = {
  row: Row
  place: number
  /** In px from the first row. */
  top: number
  isSelected: boolean
  isActive: boolean
  toggle: (id: string) => void
  option: (field: string, value: string) => string
}

/** One item in a list; the whole row leads to it. */
export const RowView = memo(function RowView({ row, place, top, isSelected, isActive, toggle, option }: Props) {
  const { t } = useTranslation('lists')
  const title = row.title || t('untitled')
  return (
    <div
      role="row"
      className={classes.row}
      style={{ transform: `translateY(${top}px)` }}
      aria-rowindex={place + 2}
      aria-selected={isSelected}
      data-place={place}
    >
      <div role="gridcell" className={`${classes.box} ${classes.above}`}>
        <input
          type="checkbox"
          className={classes.check}
          checked={isSelected}
          onChange={() => toggle(row.id)}
          aria-label={t('select', { title })}
          tabIndex={isActive ? 0 : -1}
        />
      </div>
      <div role="gridcell" className={classes.cell}>
        <Link
          to={`/content/${row.type}/${row.id}`}
          className={classes.title}
          tabIndex={isActive ? 0 : -1}
          data-row-link
          title={title}
        >
          {title}
        </Link>
      </div>
      <OwnCells row={row} option={option} />
      <div role="gridcell" className={classes.cell}>
        <StateBadges states={row.states} />
      </div>
      <div role="gridcell" className={classes.cell} data-column="changed">
        {[when(row.modifiedAt), row.modifiedBy?.name].filter(Boolean).join(' · ')}
      </div>
    </div>
  )
})

/** What the type shows beside the title. */
function OwnCells({ row, option }: Pick<Props, 'row' | 'option'>) {
  const { t } = useTranslation('lists')
  const hint = listHint(row.type)
  const shown = { values: row.values as Record<string, unknown>, language: currentLanguage(), t, option }
  return (
    <>
      {hint.columns.map((column) => (
        <div key={column.name} role="gridcell" className={classes.cell} data-column="own">
          {column.show(shown)}
        </div>
      ))}
      {hint.tellsMissing && (
        <div role="gridcell" className={classes.cell} data-column="own">
          <Missing names={row.missing ?? []} />
        </div>
      )}
    </>
  )
}

function Missing({ names }: { names: string[] }) {
  const { t } = useTranslation('lists')
  if (!names.length) return <>{t('complete')}</>
  return (
    <Group gap={4} wrap="nowrap" title={names.map((name) => t(`missing.${name}`)).join(', ')}>
      {names.map((name) => (
        <Badge key={name} size="sm" variant="outline" color="gray" tt="none" fw={500}>
          {t(`missing.${name}`)}
        </Badge>
      ))}
    </Group>
  )
}
