import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortLabels } from '../content-types/labels'
import { contentType } from '../content-types/types'
import { type Column, columnsOf, columnWidths, nextSort, sortedAs } from './columns'
import type { ItemSort } from './gql/graphql'
import type { Seen } from './ListRows'
import classes from './Rows.module.css'
import { RowView } from './RowView'
import type { Row } from './useRows'
import type { Selection } from './useSelection'
import { useWindowRows } from './useWindowRows'

const HEIGHT = 52
/** So early that the next page is there before one has scrolled to it. */
const AHEAD = 60

type Props = {
  type: string
  label: string
  seen: Seen<Row>
  isStale: boolean
  sort: ItemSort
  sortBy: (sort: ItemSort) => void
  selection: Selection
  /** The row that the keyboard is at. */
  active: number
  more: () => void
  option: (field: string, value: string) => string
}

/** Only the rows in sight are drawn, however many there are. */
export function Rows({ type, label, seen, isStale, sort, sortBy, selection, active, more, option }: Props) {
  const space = useRef<HTMLDivElement>(null)
  const { range, show } = useWindowRows(space, seen.rows.length, HEIGHT)
  useEffect(() => {
    if (!isStale && seen.hasMore && !seen.error && range.until >= seen.rows.length - AHEAD) more()
  }, [range.until, seen, isStale, more])
  useFocusedRow(active, show)
  const columns = columnsOf(contentType(type))

  return (
    <div className={classes.list}>
      <div
        role="grid"
        aria-label={label}
        aria-rowcount={seen.hasMore ? -1 : seen.rows.length + 1}
        aria-multiselectable
        aria-busy={isStale}
        className={classes.grid}
        style={columnWidths(columns)}
      >
        <Head type={type} columns={columns} seen={seen} selection={selection} sort={sort} sortBy={sortBy} />
        <div
          ref={space}
          role="rowgroup"
          className={`${classes.space} ${isStale ? classes.stale : ''}`}
          style={{ height: seen.rows.length * HEIGHT }}
        >
          {seen.rows.slice(range.from, range.until).map((row, place) => (
            <RowView
              key={row.id}
              row={row}
              place={range.from + place}
              top={(range.from + place) * HEIGHT}
              isSelected={selection.ids.has(row.id)}
              isActive={range.from + place === Math.max(active, 0)}
              toggle={selection.toggle}
              option={option}
            />
          ))}
        </div>
      </div>
    </div>
  )
}

/** The keyboard's row is brought into sight and gets the focus: at once, for the next key, or as soon as it is drawn. */
function useFocusedRow(active: number, show: (place: number) => void): void {
  useEffect(() => {
    if (active < 0) return
    show(active)
    const link = () => document.querySelector<HTMLElement>(`[data-place="${active}"] [data-row-link]`)
    link()?.focus()
    const frame = requestAnimationFrame(() => link()?.focus())
    return () => cancelAnimationFrame(frame)
  }, [active, show])
}

type HeadProps = Pick<Props, 'type' | 'seen' | 'selection' | 'sort' | 'sortBy'> & { columns: Column[] }

function Head({ type, columns, seen, selection, sort, sortBy }: HeadProps) {
  const { t } = useTranslation('lists')
  const labelOf = useShortLabels(type)
  const isAll = seen.rows.length > 0 && seen.rows.every((row) => selection.ids.has(row.id))
  const isSome = selection.ids.size > 0 && !isAll
  return (
    <div role="rowgroup" className={classes.stuck}>
      <div role="row" aria-rowindex={1} className={`${classes.row} ${classes.head}`}>
        <div role="columnheader" className={classes.box}>
          <input
            type="checkbox"
            className={classes.check}
            aria-label={t('selectAll')}
            checked={isAll}
            ref={(box) => {
              if (box) box.indeterminate = isSome
            }}
            onChange={() => selection.set(isAll ? [] : seen.rows.map((row) => row.id))}
          />
        </div>
        {columns.map((column) => (
          <Heading
            key={`${column.place}.${column.name}`}
            column={column}
            label={column.isField ? labelOf(column.name) : t(`columns.${column.name}`)}
            sort={sort}
            sortBy={sortBy}
          />
        ))}
      </div>
    </div>
  )
}

type HeadingProps = { column: Column; label: string; sort: ItemSort; sortBy: (sort: ItemSort) => void }

function Heading({ column, label, sort, sortBy }: HeadingProps) {
  const { sort: pair } = column
  const sorted = sortedAs(pair, sort)
  return (
    <div role="columnheader" className={classes.cell} data-column={column.place} aria-sort={sorted}>
      {pair ? (
        <button type="button" className={classes.sort} onClick={() => sortBy(nextSort(pair, sort))}>
          {label} <span aria-hidden>{sorted && (sorted === 'ascending' ? '↑' : '↓')}</span>
        </button>
      ) : (
        label
      )}
    </div>
  )
}
