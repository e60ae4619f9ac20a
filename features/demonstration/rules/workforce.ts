import { departments, interests, type Department, type Level, type Trade } from '../content/departments.ts'
import { englishFamilyNames, englishGivenNames, familyNames, givenNames } from '../content/names.ts'
import { namedPeople } from '../content/people.ts'
import type { DemoRole, NamedPerson } from '../content/person.ts'
import { sites, type SiteKey } from '../content/sites.ts'
import { random, type Random } from './random.ts'

export type Organization = NamedPerson['organization']

export type DemoPerson = {
  /** Six digits, zeros kept: it is an identifier, not a number. */
  staffNumber: string
  /** Set for people written by hand in people.ts. */
  slug: string | null
  given: string
  family: string
  gender: 'f' | 'm'
  email: string | null
  organization: Organization
  site: SiteKey
  siteName: string
  schoolZone: 'A' | 'B' | 'C'
  department: string
  job: string
  level: Level
  trade: Trade
  team: NamedPerson['team']
  role: DemoRole
  language: 'fr' | 'en'
  interests: readonly string[]
  /** Staff number of the manager; null for the person at the top. */
  manager: string | null
  hiredOn: string
  portrait: string | null
  newcomer: boolean
}

/** People without a work e-mail, by site: a third of the company, and never at a desk. */
const withoutEmail: Record<SiteKey, number> = {
  cholet: 250,
  nantes: 0,
  castres: 106,
  champagnole: 108,
  valence: 126,
  lieusaint: 90,
}

const ambassadors: Record<SiteKey, number> = {
  cholet: 24,
  nantes: 15,
  castres: 12,
  champagnole: 11,
  valence: 10,
  lieusaint: 8,
}

export const TOP = 'helene'

/** The whole of Aubrelle: the same 2,040 people for the same seed. */
export function workforce(seed: string): DemoPerson[] {
  const draw = random(`${seed}/workforce`)
  const people = departments.flatMap((department) => fillDepartment(department, draw))
  numberStaff(people, draw.fork('numbers'))
  nameManagers(people)
  giveEmails(people, draw.fork('emails'))
  nameAmbassadors(people, draw.fork('ambassadors'))
  return people
}

function fillDepartment(department: Department, draw: Random): DemoPerson[] {
  const named = namedPeople.filter(
    (one) => one.site === department.site && one.department === department.name,
  )
  const drawn = Array.from({ length: department.count - named.length }, (_, index) =>
    drawPerson(department, draw, index === 0),
  )
  return [...named.map((one) => fromNamed(one, department, draw)), ...drawn]
}

function fromNamed(one: NamedPerson, department: Department, draw: Random): DemoPerson {
  return {
    ...common(department, draw),
    slug: one.slug,
    given: one.given,
    family: one.family,
    gender: one.gender,
    organization: one.organization,
    job: one.job,
    level: one.slug === TOP ? 'Direction' : levelOf(one.job, department),
    team: one.team,
    role: one.role,
    language: one.language,
    portrait: one.portrait,
    newcomer: one.newcomer ?? false,
  }
}

function drawPerson(department: Department, draw: Random, leads: boolean): DemoPerson {
  const organization = organizationOf(department)
  const english = organization === 'Aubrelle Export Ltd'
  const gender = draw.chance(department.desk ? 0.54 : 0.36) ? 'f' : 'm'
  const job = leads
    ? leadOf(department)
    : draw.weighted(department.jobs.map((each) => [each, each[3]] as const))
  return {
    ...common(department, draw),
    slug: null,
    given: draw.weighted((english ? englishGivenNames : givenNames)[gender]),
    family: draw.weighted(english ? englishFamilyNames : familyNames),
    gender,
    organization,
    job: gender === 'f' ? job[0] : job[1],
    level: job[2],
    team: department.shifts
      ? draw.weighted([
          ['A', 40],
          ['B', 38],
          ['nuit', 22],
        ] as const)
      : 'journée',
    role: 'member',
    language: english ? 'en' : 'fr',
    portrait: null,
    newcomer: false,
  }
}

function common(department: Department, draw: Random) {
  const site = siteOf(department.site)
  return {
    staffNumber: '',
    email: null,
    site: site.key,
    siteName: site.name,
    schoolZone: site.schoolZone,
    department: department.name,
    trade: department.trade,
    interests: draw.sample(interests, draw.int(0, 4)),
    manager: null,
    hiredOn: `${2024 - Math.floor(draw.next() ** 1.6 * 36)}-${two(draw.int(1, 12))}-${two(draw.int(1, 28))}`,
  }
}

const two = (value: number) => String(value).padStart(2, '0')

// A site is directed by one person; elsewhere the first of a department leads it.
const leadOf = (department: Department) =>
  department.name === 'Direction du site' ? (department.jobs[0] ?? department.lead) : department.lead

function organizationOf(department: Department): Organization {
  if (department.name === 'Export') return 'Aubrelle Export Ltd'
  if (department.name === 'Scierie partenaire') return 'Scierie Morvannel'
  return department.site === 'lieusaint' ? 'Aubrelle Pose' : 'Aubrelle SAS'
}

function levelOf(job: string, department: Department): Level {
  const held = [...department.jobs, department.lead].find(
    ([feminine, masculine]) => job === feminine || job === masculine,
  )
  return held?.[2] ?? (department.desk ? 'Technicien' : 'Ouvrier')
}

function siteOf(key: SiteKey) {
  const site = sites.find((each) => each.key === key)
  if (!site) throw new RangeError(`no site ${key}`)
  return site
}

function numberStaff(people: DemoPerson[], draw: Random) {
  const numbers = new Set<number>()
  while (numbers.size < people.length) numbers.add(draw.int(104, 48_999))
  const given = [...numbers]
  people.forEach((person, index) => {
    person.staffNumber = String(given[index]).padStart(6, '0')
  })
}

function nameManagers(people: DemoPerson[]) {
  const top = people.find((person) => person.slug === TOP)
  for (const site of sites) {
    const here = people.filter((person) => person.site === site.key)
    const director = here.find((person) => person.level === 'Direction' && person !== top)
    for (const department of new Set(here.map((person) => person.department))) {
      const team = here.filter((person) => person.department === department)
      const lead = leadAmong(team)
      for (const person of team)
        person.manager = (person === lead ? (director ?? top) : lead)?.staffNumber ?? null
    }
    if (director) director.manager = top?.staffNumber ?? null
  }
  if (top) top.manager = null
}

const leadAmong = (team: readonly DemoPerson[]) =>
  team.find((person) => person.slug === TOP) ??
  team.find((person) => person.level === 'Direction') ??
  team.find(
    (person) => person.slug === null && (person.level === 'Cadre' || person.level === 'Agent de maîtrise'),
  ) ??
  team[0]

const isDesk = new Map(departments.map((each) => [`${each.site}/${each.name}`, each.desk]))

function giveEmails(people: DemoPerson[], draw: Random) {
  const silent = new Set(sites.flatMap((site) => peopleWithoutEmail(people, site.key, draw)))
  const taken = new Set<string>()
  for (const person of people) {
    if (silent.has(person)) continue
    const local = `${plain(person.given)}.${plain(person.family)}`
    let address = `${local}@aubrelle.example`
    for (let again = 2; taken.has(address); again++) address = `${local}${again}@aubrelle.example`
    taken.add(address)
    person.email = address
  }
}

function peopleWithoutEmail(people: readonly DemoPerson[], site: SiteKey, draw: Random): DemoPerson[] {
  const may = people.filter(
    (one) =>
      one.site === site &&
      one.organization !== 'Scierie Morvannel' &&
      one.role === 'member' &&
      isDesk.get(`${site}/${one.department}`) === false &&
      (one.level === 'Ouvrier' || one.level === 'Apprenti' || one.slug !== null),
  )
  const named = may.filter((one) => one.slug !== null)
  const drawn = draw.shuffle(may.filter((one) => one.slug === null))
  return [...named, ...drawn].slice(0, withoutEmail[site])
}

const plain = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z-]/g, '')

function nameAmbassadors(people: readonly DemoPerson[], draw: Random) {
  for (const site of sites) {
    const here = people.filter((one) => one.site === site.key && one.organization !== 'Scierie Morvannel')
    const missing = ambassadors[site.key] - here.filter((one) => one.role === 'ambassador').length
    const may = here.filter((one) => one.role === 'member' && one.slug === null && one.level !== 'Direction')
    for (const person of draw.sample(may, missing)) person.role = 'ambassador'
  }
}
