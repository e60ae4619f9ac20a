import { useQuery } from '@tanstack/react-query'
import { call } from '#platform/web/call.ts'
import { type Network, readNetwork } from '../../contract.ts'

/** The network, read once when the application starts; undefined only before that. */
export const useNetwork = (): Network | undefined =>
  useQuery({ queryKey: ['network'], queryFn: () => call(readNetwork, {}), staleTime: 300_000 }).data
