import { Type, type Static, type TSchema } from './schema.ts'

export type Method = 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE'

/** Who may knock: the finer rule is the command's or the query's. 'member' includes guests. */
export type Who = 'anyone' | 'member' | 'animator' | 'administrator'

export interface Endpoint<
  W extends Who = Who,
  P extends TSchema = TSchema,
  Q extends TSchema = TSchema,
  B extends TSchema = TSchema,
  R extends TSchema = TSchema,
> {
  method: Method
  /** '/api/posts/:id' */
  path: string
  who: W
  summary: string
  params: P
  query: Q
  body: B
  reply: R
  /** Open to somebody who owes a longer password or a second factor: what they need to give it. */
  whileOwing: boolean
}

export type Params<E extends Endpoint> = Static<E['params']>
export type Query<E extends Endpoint> = Static<E['query']>
export type Body<E extends Endpoint> = Static<E['body']>
export type Reply<E extends Endpoint> = Static<E['reply']>

export const Nothing = Type.Object({})
export type Nothing = typeof Nothing

interface Shape<W extends Who, P extends TSchema, Q extends TSchema, B extends TSchema, R extends TSchema> {
  summary: string
  who?: W
  params?: P
  query?: Q
  body?: B
  reply: R
  whileOwing?: boolean
}

function endpoint(method: Method) {
  return <
    R extends TSchema,
    W extends Who = 'member',
    P extends TSchema = Nothing,
    Q extends TSchema = Nothing,
    B extends TSchema = Nothing,
  >(
    path: string,
    shape: Shape<W, P, Q, B, R>,
  ): Endpoint<W, P, Q, B, R> => ({
    method,
    path,
    who: shape.who ?? ('member' as W),
    summary: shape.summary,
    params: shape.params ?? (Nothing as TSchema as P),
    query: shape.query ?? (Nothing as TSchema as Q),
    body: shape.body ?? (Nothing as TSchema as B),
    reply: shape.reply,
    whileOwing: shape.whileOwing ?? false,
  })
}

export const get = endpoint('GET')
export const put = endpoint('PUT')
export const post = endpoint('POST')
export const patch = endpoint('PATCH')
export const del = endpoint('DELETE')
