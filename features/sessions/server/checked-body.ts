import type { Body, Endpoint } from '#platform/contract/endpoint.ts'
import type { FastifyRequest } from 'fastify'

/** Raw routes (proofs are checked outside any transaction) hold their body to the contract by themselves. */
export function checkedBody<E extends Endpoint>(endpoint: E, request: FastifyRequest): Body<E> {
  const validate = request.compileValidationSchema(endpoint.body, 'body')
  const body = request.body ?? {}
  if (!validate(body))
    throw Object.assign(new Error('invalid body'), { validation: validate.errors ?? [], statusCode: 422 })
  return body as Body<E>
}
