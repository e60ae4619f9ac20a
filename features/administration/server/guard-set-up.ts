import type { FastifyRequest } from 'fastify'
import type { App } from '#platform/server/app.ts'
import { forbidden } from '#platform/server/errors.ts'
import { isSetUpCode } from '#features/network/server/set-up-code.ts'
import { setUpNetwork, startDemonstration } from '../contract.ts'

const HERE = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/** From this very machine, with no proxy in between that would make a stranger look like it. */
function isNear(request: FastifyRequest): boolean {
  const relayed = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'].some(
    (name) => request.headers[name] !== undefined,
  )
  return !relayed && HERE.has(request.socket.remoteAddress ?? '')
}

/** Before there is any account: whoever is not at the server shows the code that the server printed. */
export async function guard(request: FastifyRequest): Promise<void> {
  const code = (request.body as { code?: unknown } | null)?.code
  if (!isNear(request) && !(typeof code === 'string' && isSetUpCode(code)))
    throw forbidden(code ? 'network.set_up_code_wrong' : 'network.set_up_code', { field: 'code' })
}

/** Must be called before the routes it guards are registered. */
export function guardSetUp({ fastify }: App): void {
  const guarded = new Set([setUpNetwork.path, startDemonstration.path])
  fastify.addHook('onRoute', (route) => {
    if (guarded.has(route.url) && route.method === 'PUT') route.preHandler = guard
  })
}
