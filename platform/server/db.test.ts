import { afterAll, expect, inject, test } from 'vitest'
import { openDatabase, sql } from './db.ts'

const database = openDatabase(inject('postgres'), { read: 2, write: 2 })
afterAll(async () => {
  await database.transaction((trx) => trx.run(sql`drop table if exists met, crossed, taken`))
  await database.close()
})

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

test('two at once with the same id: the second runs again, sees what the first wrote, and nothing is refused', async () => {
  await database.transaction((trx) => trx.run(sql`create table met (id int primary key, by text)`))
  const put = (by: string) =>
    database.transaction(async (trx) => {
      if (await trx.row(sql`select 1 from met where id = 1`)) return 'repeated'
      await trx.run(sql`select pg_sleep(0.2)`)
      await trx.run(sql`insert into met values (1, ${by})`)
      return 'new'
    })
  const done = await Promise.all([put('one'), put('two')])
  expect(done.sort()).toEqual(['new', 'repeated'])
})

test('two at once who wait for each other: one runs again once the other is done', async () => {
  await database.transaction((trx) => trx.run(sql`create table crossed (id int primary key, n int)`))
  await database.transaction((trx) => trx.run(sql`insert into crossed values (1, 0), (2, 0)`))
  const both = (first: number, second: number) =>
    database.transaction(async (trx) => {
      await trx.run(sql`update crossed set n = n + 1 where id = ${first}`)
      await trx.run(sql`select pg_sleep(0.2)`)
      await trx.run(sql`update crossed set n = n + 1 where id = ${second}`)
    })
  await Promise.all([both(1, 2), both(2, 1)])
  expect(await database.db.rows(sql`select n from crossed order by id`)).toEqual([{ n: 2 }, { n: 2 }])
})

test('what is refused twice is refused: no third run', async () => {
  await database.transaction((trx) => trx.run(sql`create table taken (id int primary key)`))
  await database.transaction((trx) => trx.run(sql`insert into taken values (1)`))
  let runs = 0
  const again = database.transaction((trx) => {
    runs += 1
    return trx.run(sql`insert into taken values (1)`)
  })
  await expect(again).rejects.toThrow('duplicate key')
  expect(runs).toBe(2)
})
