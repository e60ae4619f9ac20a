import type { AnchorHTMLAttributes, ReactNode } from 'react'
import { Link as WouterLink, useLocation, useParams, useSearch } from 'wouter'

type LinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & {
  to: string
  replace?: boolean
  children?: ReactNode
}

/** A link inside Élan: an ordinary anchor that does not reload. */
export const Link = ({ to, ...rest }: LinkProps) => <WouterLink href={to} {...rest} />

/** go('/espaces/…'), go('/connexion', { replace: true }) */
export function useGo(): (to: string, options?: { replace?: boolean }) => void {
  return useLocation()[1]
}

export const usePath = (): string => useLocation()[0]

export function useParam(name: string): string {
  return useParams<Record<string, string>>()[name] ?? ''
}

export function useSearchParam(name: string): string | null {
  return new URLSearchParams(useSearch()).get(name)
}
