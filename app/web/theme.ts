import type { Me } from '#platform/web/me.ts'

/** Follows the device unless the person chose. */
export function applyTheme(theme: Me['theme']): void {
  if (theme === 'auto') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}
