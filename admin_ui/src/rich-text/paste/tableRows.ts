/** Excel leaves rows empty that merged cells cover: they go, and the cells cover so many rows less. The same is done in
 * `cms/content/richtext/table_rows.py`. */
export function withoutEmptyRows(table: HTMLTableElement): void {
  let covering: { cell: Element; left: number; rows: number }[] = []
  for (const row of [...table.rows]) {
    const cells = [...row.cells]
    for (const one of covering) one.left -= 1
    if (cells.length === 0) {
      for (const one of covering) one.rows -= 1
      row.remove()
    }
    for (const cell of cells) if (cell.rowSpan > 1) covering.push({ cell, left: cell.rowSpan - 1, rows: cell.rowSpan })
    for (const { cell, rows } of covering) cell.setAttribute('rowspan', String(rows))
    covering = covering.filter(({ left }) => left > 0)
  }
  for (const { cell, left, rows } of covering) cell.setAttribute('rowspan', String(rows - left))
}
