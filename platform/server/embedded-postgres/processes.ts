// Who a process is: its pid alone is not enough, since pids come back, quickly so in containers.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { basename } from 'node:path'

const LINUX = process.platform === 'linux'

/** `<pid>-<when it started>`, or undefined when there is no such process (a zombie is none). */
export function identityOf(pid: number): string | undefined {
  const startedAt = LINUX ? startedAtFromProc(pid) : startedAtFromPs(pid)
  return startedAt && `${pid}-${startedAt}`
}

export function isAlive(identity: string): boolean {
  return identityOf(Number.parseInt(identity, 10)) === identity
}

/** True when this pid is a PostgreSQL process working in that cluster, and not something that took its number. */
export function worksIn(pid: number, cluster: string): boolean {
  if (!LINUX) return commandOf(pid).includes(cluster)
  try {
    const program = basename(readlinkSync(`/proc/${pid}/exe`)).replace(' (deleted)', '')
    return program === 'postgres' && readlinkSync(`/proc/${pid}/cwd`) === cluster
  } catch {
    return false
  }
}

/** Processes of the cluster that outlived their postmaster: they leave by themselves, as a rule at once. */
export function processesOf(cluster: string): number[] {
  if (!LINUX) return []
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && worksIn(pid, cluster))
}

function startedAtFromProc(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The second field is the program's name, which may hold spaces: count from its closing bracket.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' ? undefined : fields[19]
  } catch {
    return undefined
  }
}

function startedAtFromPs(pid: number): string | undefined {
  const [state, ...startedAt] = ps(pid, 'stat=,lstart=').split(/\s+/)
  return !state || state.startsWith('Z') ? undefined : startedAt.join('_')
}

function commandOf(pid: number): string {
  return ps(pid, 'command=')
}

function ps(pid: number, columns: string): string {
  return spawnSync('ps', ['-ww', '-o', columns, '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? ''
}
