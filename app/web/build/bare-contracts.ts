import type { Plugin } from 'vite'

interface Node {
  type: string
  start: number
  end: number
  name?: string
  callee?: Node
  object?: Node
  arguments?: Node[]
  declaration?: Node | null
  declarations?: { init: Node | null }[]
  specifiers?: { local: { name: string } }[]
  body?: Node[]
}

const CONTRACT = /\/(features\/[\w-]+\/contract|platform\/contract\/[\w-]+)\.ts$/
const SCHEMAS = new Set(['Type', 'Nullable', 'oneOf', 'Words', 'Page'])
const ADDRESSES = new Set(['get', 'put', 'post', 'patch', 'del'])

/** Type.Object(…) → Type */
function rootOf(node: Node | undefined): string {
  if (node?.type === 'MemberExpression') return rootOf(node.object)
  if (node?.type === 'CallExpression') return rootOf(node.callee)
  return node?.name ?? ''
}

/** What a declaration of a contract becomes in the browser: an address, the name of an event, or nothing. */
function bare(init: Node, code: string): string | null {
  if (init.type !== 'CallExpression') return null
  const root = rootOf(init)
  if (SCHEMAS.has(root)) return 'undefined'
  const first = init.arguments?.[0]
  if (!first) return null
  const name = code.slice(first.start, first.end)
  if (ADDRESSES.has(root)) return `/* @__PURE__ */ ${root}(${name}, {})`
  return root === 'event' ? `/* @__PURE__ */ event(${name}, {})` : null
}

/** Without the imports that only its schemas used: what nobody uses must not come with the first page. */
function withoutIdleImports(text: string, program: Node): string {
  const imports = (program.body ?? []).filter(({ type }) => type === 'ImportDeclaration')
  const own = imports.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text)
  const idle = imports.filter(
    ({ specifiers = [] }) =>
      specifiers.length > 0 && specifiers.every(({ local }) => !new RegExp(`\\b${local.name}\\b`).test(own)),
  )
  return idle.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text)
}

/** The server validates: in the browser a contract tells addresses and events, its schemas stay behind. */
export function bareContracts(): Plugin {
  return {
    name: 'bare-contracts',
    // After the types are gone.
    enforce: 'post',
    apply: 'build',
    transform: {
      filter: { id: CONTRACT },
      handler(code) {
        const program = this.parse(code) as unknown as Node
        const inits = (program.body ?? [])
          .map((node) => (node.type === 'ExportNamedDeclaration' ? node.declaration : node))
          .flatMap((node) => (node?.type === 'VariableDeclaration' ? (node.declarations ?? []) : []))
          .flatMap(({ init }) => (init ? [init] : []))
        let text = code
        for (const init of inits.reverse()) {
          const short = bare(init, code)
          if (short !== null) text = text.slice(0, init.start) + short + text.slice(init.end)
        }
        return { code: withoutIdleImports(text, this.parse(text) as unknown as Node), map: null }
      },
    },
  }
}
