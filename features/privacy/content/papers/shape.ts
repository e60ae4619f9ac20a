/** A paragraph, or a list of facts under a name. */
export interface Block {
  label?: string
  lines: string[]
}
export interface Chapter {
  key: string
  title: string
  blocks: Block[]
}
export interface Paper {
  title: string
  /** What it is, and what it is not. */
  lead: string[]
  chapters: Chapter[]
}

/** What the running network is set to, and what its jobs do: the papers say these figures and no others. */
export interface Facts {
  network: string
  /** Administrators, animators of the network, people who may come in. */
  administrators: number
  animators: number
  people: number
  outsiders: number
  communities: number
  programmes: {
    name: string
    community: string
    lines: string[]
  }[]
  /** The chapter of the follow-up, as features/contributions draws it. */
  followUp: { title: string; lines: string[] }[]
  threshold: number
  thresholdFloor: number
  quiet: { opens: number; closes: number }
  schoolZones: string[]
  closedDays: number
  mail: boolean
  /** Outside networks with an account connected. */
  networks: string[]
  companyAccounts: number
  personalAccounts: number
  rosters: number
  factorForAdministrators: boolean
  administratorsWithFactor: number
  passwords: { member: number; administrator: number }
  sessionDays: number
  resetHours: number
  invitationMonths: number
  agreementDays: number
  candidateMonths: number
  alumniMonths: number
  ledger: { least: number; most: number }
  proposals: { least: number; most: number }
  missionMonths: number
  sharingMonths: number
  signatureDays: number
  proofYears: number
  publicationMonths: number
  ownPublicationMonths: number
  slotMonths: number
  logMonths: number
  importDays: number
  uploadDays: number
  draftPictureDays: number
  welcomeDays: number
  mailTraceDays: number
  exportDays: number
  connectionMinutes: number
}
