import type { Clause, Rule } from '#features/audiences/contract.ts'
import type { Like } from '#features/programme/rules/likes.ts'

/** Whom a mission is for, as it is chosen on the screen; an empty list leaves its attribute aside. */
export interface Profile {
  sites: string[]
  departments: string[]
  jobs: string[]
  interests: string[]
  likes: Like[]
}

export const EVERYBODY: Profile = { sites: [], departments: [], jobs: [], interests: [], likes: [] }

const PLAIN = [
  ['site', 'sites'],
  ['department', 'departments'],
  ['job', 'jobs'],
] as const

/** The rule of audiences that says the same; likes are not of the directory and stay beside it. */
export function ruleOf(profile: Profile): Rule {
  const all = PLAIN.flatMap(([attribute, key]): Clause[] =>
    profile[key].length > 0 ? [{ attribute, is: profile[key] }] : [],
  )
  const { interests } = profile
  return { all: interests.length > 0 ? [...all, { attribute: 'interests', includes: interests }] : all }
}

export function profileOf(rule: Rule, likes: Like[]): Profile {
  const clause = (attribute: string) => rule.all.find((one) => one.attribute === attribute)
  return {
    sites: clause('site')?.is ?? [],
    departments: clause('department')?.is ?? [],
    jobs: clause('job')?.is ?? [],
    interests: clause('interests')?.includes ?? [],
    likes,
  }
}
