import { gather } from '#platform/contract/typography.ts'

const features = import.meta.glob<Record<string, unknown>>('../../features/*/text/fr.json', {
  eager: true,
  import: 'default',
})
const platform = import.meta.glob<Record<string, unknown>>('../../platform/text/fr.json', {
  eager: true,
  import: 'default',
})
const app = import.meta.glob<Record<string, unknown>>('./text/fr.json', { eager: true, import: 'default' })

const named = (path: string) => path.split('/').at(-3) ?? ''

export const words = gather(
  Object.fromEntries([
    ...Object.entries(features).map(([path, texts]) => [named(path), texts] as const),
    ...Object.values(platform).map((texts) => ['platform', texts] as const),
    ...Object.values(app).map((texts) => ['app', texts] as const),
  ]),
  'fr',
)
