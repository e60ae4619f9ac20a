import { useMemo } from 'react'
import { useLanguage, useText } from '#platform/web/i18n.ts'
import type { Network } from '../rules/networks.ts'

const LOCALE = { fr: 'fr-FR', en: 'en-GB' } as const

export function useMoney(currency: string): (amount: number) => string {
  const language = useLanguage()
  return useMemo(() => {
    const format = new Intl.NumberFormat(LOCALE[language], { style: 'currency', currency })
    return (amount: number) => format.format(amount)
  }, [language, currency])
}

export function useNetworkName(): (network: Network) => string {
  const text = useText()
  return (network) => text(`sharing.network.${network}`)
}
