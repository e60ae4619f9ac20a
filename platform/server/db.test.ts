import { afterAll, expect, inject, test } from 'vitest'
import { openDatabase, sql } from './db.ts'

const database = openDatabase(inject('postgres'), { read: 2, write: 2 })
afterAll(() => database.close())

const mode = sql`select current_setting('plan_cache_mode') as mode`

test('counts are planned for their values and change nothing', async () => {
  expect(await database.db.figures(mode)).toEqual([{ mode: 'force_custom_plan' }])
  await expect(database.db.figures(sql`create table counted (id int)`)).rejects.toThrow('read-only')
  expect(await database.db.rows(mode)).toEqual([{ mode: 'force_generic_plan' }])
})

test('inside a transaction a count sees what was just written, and what follows is planned as before', async () => {
  await database.transaction(async (trx) => {
    await trx.run(sql`create temporary table counted (id int) on commit drop`)
    await trx.run(sql`insert into counted values (1), (2)`)
    expect(await trx.figures(sql`select count(*) as count from counted`)).toEqual([{ count: 2 }])
    expect(await trx.rows(mode)).toEqual([{ mode: 'force_generic_plan' }])
  })
})
