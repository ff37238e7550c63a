import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { cellText } from '../content-types/lists/cells'
import { NOTHING } from '../content-types/lists/show'
import { contentType } from '../content-types/types'
import { currentLanguage } from '../i18n'
import { when } from '../i18n/format'
import { StateBadges } from '../ui/StateBadges'
import { placeOf } from './columns'
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
  const shown = { values: row.values as Record<string, unknown>, language: currentLanguage(), t, option }
  const texts = (contentType(row.type)?.columns ?? []).map((column) => cellText(column, shown))
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
        <Brief texts={texts} />
      </div>
      <OwnCells row={row} texts={texts} />
      <div role="gridcell" className={classes.cell}>
        <StateBadges states={row.states} />
      </div>
      <div role="gridcell" className={classes.cell} data-column="changed">
        {[when(row.modifiedAt), row.modifiedBy?.name].filter(Boolean).join(' · ')}
      </div>
    </div>
  )
})

function Brief({ texts }: { texts: string[] }) {
  const told = texts.filter((text) => text && text !== NOTHING)
  return told.length > 0 && <div className={classes.brief}>{told.join(' · ')}</div>
}

/** What the type shows beside the title. */
function OwnCells({ row, texts }: { row: Row; texts: string[] }) {
  const { t } = useTranslation(['lists', 'content-types'])
  const { columns = [], tellsMissing } = contentType(row.type) ?? {}
  const missing = row.missing?.map((name) => t(`content-types:missing.${name}`)).join(', ') || t('complete')
  return (
    <>
      {columns.map(({ name, isMinor }, place) => (
        <div key={name} role="gridcell" className={classes.cell} data-column={placeOf(isMinor)} title={texts[place]}>
          {texts[place]}
        </div>
      ))}
      {tellsMissing && (
        <div role="gridcell" className={classes.cell} data-column="own" title={missing}>
          {missing}
        </div>
      )}
    </>
  )
}
