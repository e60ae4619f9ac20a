export const CHANNELS = [
  'post',
  'event',
  'newsletter',
  'managers',
  'intranet',
  'poster',
  'training',
  'outside',
] as const
export type Channel = (typeof CHANNELS)[number]
