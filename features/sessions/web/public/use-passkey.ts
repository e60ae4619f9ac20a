import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call, newId } from '#platform/web/call.ts'
import { addPasskey, beginPasskey, beginPasskeySignIn, signInWithPasskey } from '../../contract.ts'

/** The device was asked and gave nothing: refused, cancelled, or it holds no passkey for here. */
export class NoPasskey extends Error {}

export const passkeysWork = () => typeof window.PublicKeyCredential === 'function'

const quietly = <T>(ceremony: Promise<T>): Promise<T> =>
  ceremony.catch(() => {
    throw new NoPasskey()
  })

export async function signInByPasskey(): Promise<void> {
  const { challengeId, options } = await call(beginPasskeySignIn, {})
  const { startAuthentication } = await import('@simplewebauthn/browser')
  const optionsJSON = options as unknown as Parameters<typeof startAuthentication>[0]['optionsJSON']
  const response = await quietly(startAuthentication({ optionsJSON }))
  await call(signInWithPasskey, { body: { challengeId, response: { ...response } } })
}

async function createPasskey(name: string, password: string | undefined): Promise<void> {
  const { challengeId, options } = await call(beginPasskey, { body: password ? { password } : {} })
  const { startRegistration } = await import('@simplewebauthn/browser')
  const optionsJSON = options as unknown as Parameters<typeof startRegistration>[0]['optionsJSON']
  const response = await quietly(startRegistration({ optionsJSON }))
  await call(addPasskey, { params: { id: newId() }, body: { challengeId, name, response: { ...response } } })
}

/** Adds a passkey of this device to the account that is signed in; joining uses it too. */
export function useCreatePasskey(onDone: () => void = () => {}) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ name, password }: { name: string; password?: string }) => createPasskey(name, password),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['sessions'] })
      onDone()
    },
  })
}
