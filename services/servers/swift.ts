import { execFileSync } from 'node:child_process'
import { chownSync, mkdirSync, writeFileSync } from 'node:fs'
import { CreateBucketCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3'
import { type Account, accountOf, folderFor, freePort, need, ready, type Running, start } from './program.ts'

export interface ObjectStore {
  /** The S3_ settings of Élan. */
  settings: Record<string, string>
  keys(): Promise<string[]>
  stop(): Promise<void>
  startAgain(): Promise<void>
}

const BUCKET = 'elan'
const KEYS = { accessKeyId: 'test:elan', secretAccessKey: 'elan-secret' }
const PARTS = ['account', 'container', 'object'] as const

/** OpenStack Swift with its S3 interface: one node, one copy of everything, on loopback. */
export async function openObjectStore(): Promise<ObjectStore> {
  const account = accountOf('swift')
  const folder = folderFor('swift', account)
  const ports = { account: await freePort(), container: await freePort(), object: await freePort() }
  const proxy = await freePort()
  configure(folder, account, ports, proxy)
  let servers: Running[] = []
  const open = async () => {
    servers = [...PARTS, 'proxy'].map((part) =>
      start(need('Swift (packages swift-*)', `/usr/bin/swift-${part}-server`), {
        account,
        cwd: folder,
        args: [`${folder}/${part}-server.conf`, '-v'],
        env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C.UTF-8', HOME: folder },
      }),
    )
    for (const [index, server] of servers.entries()) {
      const port = [...PARTS.map((part) => ports[part]), proxy][index]
      await ready(server, 'Swift', async () => (await fetch(`http://127.0.0.1:${port}/healthcheck`)).ok)
    }
  }
  const settings = { endpoint: `http://127.0.0.1:${proxy}`, region: 'us-east-1', forcePathStyle: true }
  const client = new S3Client({ ...settings, credentials: KEYS })
  await open()
  await client.send(new CreateBucketCommand({ Bucket: BUCKET }))
  return {
    settings: {
      S3_ENDPOINT: settings.endpoint,
      S3_BUCKET: BUCKET,
      S3_ACCESS_KEY_ID: KEYS.accessKeyId,
      S3_SECRET_ACCESS_KEY: KEYS.secretAccessKey,
    },
    keys: async () => {
      const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: BUCKET }))
      return Contents.flatMap(({ Key }) => (Key ? [Key] : []))
    },
    stop: async () => void (await Promise.all(servers.map((server) => server.stop('SIGKILL')))),
    startAgain: open,
  }
}

type Ports = Record<(typeof PARTS)[number], number>

function configure(folder: string, account: Account, ports: Ports, proxy: number): void {
  const keep = (name: string, text: string) => writeFileSync(`${folder}/${name}`, text)
  mkdirSync(`${folder}/devices/one`, { recursive: true })
  for (const path of [`${folder}/devices`, `${folder}/devices/one`])
    if (account.uid !== undefined) chownSync(path, account.uid, account.gid ?? account.uid)
  keep(
    'swift.conf',
    `[swift-hash]\nswift_hash_path_suffix = elan\n[storage-policy:0]\nname = one\ndefault = yes\n`,
  )
  const common = (port: number) =>
    `[DEFAULT]\nbind_ip = 127.0.0.1\nbind_port = ${port}\nworkers = 0\nswift_dir = ${folder}\nlog_address = ${folder}/none\n` +
    `devices = ${folder}/devices\nmount_check = false\ndisable_fallocate = true\nrecon_cache_path = ${folder}\n`
  for (const part of PARTS) {
    keep(
      `${part}-server.conf`,
      `${common(ports[part])}[pipeline:main]\npipeline = healthcheck ${part}-server\n` +
        `[filter:healthcheck]\nuse = egg:swift#healthcheck\n[app:${part}-server]\nuse = egg:swift#${part}\n`,
    )
    ring(folder, part, ports[part])
  }
  keep(
    'proxy-server.conf',
    `${common(proxy)}[pipeline:main]\npipeline = catch_errors gatekeeper healthcheck cache listing_formats s3api tempauth bulk slo proxy-server\n` +
      ['catch_errors', 'gatekeeper', 'healthcheck', 'listing_formats', 's3api', 'bulk', 'slo']
        .map((name) => `[filter:${name}]\nuse = egg:swift#${name}\n`)
        .join('') +
      // The sign-in insists on a cache; one that answers nobody is enough for it.
      `[filter:cache]\nuse = egg:swift#memcache\nmemcache_servers = 127.0.0.1:1\n` +
      `[filter:tempauth]\nuse = egg:swift#tempauth\nuser_test_elan = ${KEYS.secretAccessKey} .admin\n` +
      `[app:proxy-server]\nuse = egg:swift#proxy\naccount_autocreate = true\n`,
  )
}

function ring(folder: string, part: string, port: number): void {
  const builder = need('Swift (packages swift-*)', '/usr/bin/swift-ring-builder')
  const build = (...args: string[]) =>
    execFileSync(builder, [`${folder}/${part}.builder`, ...args], {
      stdio: 'ignore',
      env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C.UTF-8', HOME: folder },
    })
  build('create', '4', '1', '1')
  build('add', `r1z1-127.0.0.1:${port}/one`, '1')
  build('rebalance')
}
