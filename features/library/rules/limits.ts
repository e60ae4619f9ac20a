export const LIMITS = {
  search: 100,
  theme: 40,
  themes: 60,
  themesEach: 6,
  jobsEach: 10,
  comparison: 200,
  words: 600,
  page: 20,
  jobs: 40,
} as const
