import { join, raw, sql, type Trx } from '#platform/server/db.ts'

export type Row = Record<string, unknown>

const AT_ONCE = 2000

/** Thousands of rows in a few statements; columns left out keep their defaults, all rows name the same ones. */
export async function insertRows(trx: Trx, table: string, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return
  const columns = join(Object.keys(rows[0] ?? {}).map((name) => raw(`"${name}"`)))
  for (let start = 0; start < rows.length; start += AT_ONCE) {
    const chunk = JSON.stringify(rows.slice(start, start + AT_ONCE))
    await trx.run(sql`
      insert into ${raw(table)} (${columns})
      select ${columns} from json_populate_recordset(null::${raw(table)}, ${chunk}::json)`)
  }
}
