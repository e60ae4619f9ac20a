import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { Await } from '#platform/web/await.tsx'
import { request } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Badge } from '#ui/badge.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { SearchField } from '#ui/search-field.tsx'
import { exampleOf, type Schema } from './schema-example.ts'
import './docs.css'

interface Operation {
  summary: string
  tags: string[]
  'x-who': string
  parameters: { name: string; in: 'path' | 'query'; required: boolean; schema: Schema }[]
  requestBody?: { content: { 'application/json': { schema: Schema } } }
  responses: { 200: { content: { 'application/json': { schema: Schema } } } }
}

interface Document {
  paths: Record<string, Record<string, Operation>>
}

interface Entry extends Operation {
  method: string
  path: string
}

const entriesOf = (document: Document): Entry[] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      ...operation,
      path,
      method: method.toUpperCase(),
    })),
  )

/** The API as it is, drawn from the document that its own schemas make. */
export function DocsPage() {
  const text = useText()
  const [search, setSearch] = useState('')
  const query = useQuery({
    queryKey: ['app', 'openapi'],
    queryFn: () => request<Document>('GET', '/api/openapi.json'),
  })
  return (
    <main className="main docs" id="content">
      <PageHead title={text('app.docs.title')} lead={text('app.docs.lead')} />
      <p>
        <a className="link" href="/api/openapi.json">
          /api/openapi.json
        </a>
      </p>
      <div className="docs__search">
        <SearchField label={text('app.docs.search')} onSearchChange={setSearch} onSubmit={setSearch} full />
      </div>
      <Await query={query}>{(document) => <Endpoints document={document} search={search} />}</Await>
    </main>
  )
}

function Endpoints({ document, search }: { document: Document; search: string }) {
  const text = useText()
  const groups = useMemo(() => {
    const wanted = search.trim().toLowerCase()
    const found = entriesOf(document).filter(({ path, summary }) =>
      `${path} ${summary}`.toLowerCase().includes(wanted),
    )
    return Object.entries(Object.groupBy(found, (entry) => entry.tags[0] ?? 'api'))
  }, [document, search])
  if (groups.length === 0) return <p role="status">{text('app.docs.none')}</p>
  return groups.map(([tag, entries = []]) => (
    <section key={tag} aria-labelledby={`tag-${tag}`} className="docs__group">
      <h2 className="h2" id={`tag-${tag}`}>
        {tag}
      </h2>
      {entries.map((entry) => (
        <Endpoint key={`${entry.method} ${entry.path}`} entry={entry} />
      ))}
    </section>
  ))
}

function Endpoint({ entry }: { entry: Entry }) {
  const text = useText()
  const body = entry.requestBody?.content['application/json'].schema
  return (
    <details className="docs__item">
      <summary>
        <Badge kind={entry.method === 'GET' ? 'info' : entry.method === 'DELETE' ? 'bad' : 'ok'}>
          {entry.method}
        </Badge>
        <code>{entry.path}</code>
        <span className="grow">{entry.summary}</span>
        <span className="xs mut">{text(`app.docs.who.${entry['x-who']}`)}</span>
      </summary>
      {entry.parameters.length > 0 && (
        <>
          <h3 className="h4">{text('app.docs.parameters')}</h3>
          <ul>
            {entry.parameters.map((parameter) => (
              <li key={parameter.name}>
                <code>{parameter.name}</code>{' '}
                <span className="mut">
                  {[parameter.in, parameter.required ? text('app.docs.required') : '']
                    .filter(Boolean)
                    .join(', ')}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {body && <Shape title={text('app.docs.body')} schema={body} />}
      <Shape
        title={text('app.docs.reply')}
        schema={entry.responses[200].content['application/json'].schema}
      />
    </details>
  )
}

function Shape({ title, schema }: { title: string; schema: Schema }) {
  return (
    <>
      <h3 className="h4">{title}</h3>
      <pre tabIndex={0} aria-label={title}>
        <code>{JSON.stringify(exampleOf(schema), null, 2)}</code>
      </pre>
    </>
  )
}
