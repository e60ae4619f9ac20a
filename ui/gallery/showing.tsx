import { Check, Clock, Sparkle, X } from 'lucide-react'
import { useState } from 'react'
import { Badge, Count } from '../badge.tsx'
import { Card, CardBody } from '../card.tsx'
import { Curve } from '../curve.tsx'
import { DataTable, type Sort } from '../data-table.tsx'
import { Kpi } from '../kpi.tsx'
import { ProgressBar } from '../progress-bar.tsx'
import { Ring } from '../ring.tsx'
import { Steps } from '../steps.tsx'
import { StrokesGauge } from '../strokes-gauge.tsx'
import { showToast } from '../toast-store.ts'
import { Who } from '../who.tsx'
import { Columns, Row, Section } from './section.tsx'

const known = [0, 21, 34, 43, 46, 47, 56, 61, 64]
const expected = [0, 12, 23, 33, 41, 46, 52, 58, 63, 67, 71, 75, 78, 80]
const points = (values: number[], from = 0) => values.map((y, index) => ({ x: from + index, y }))

export function ShowingSection() {
  return (
    <Section id="showing" title="Montrer" note="Une phrase avant un chiffre ; le graphique prouve le titre.">
      <section className="kpis" aria-label="Chiffres clés">
        <Kpi
          label="Membres actifs"
          value="58"
          unit=" %"
          delta={{ label: '+4 pts', direction: 'up', good: true }}
          trend={[22, 34, 43, 33, 29, 47, 52, 55, 58]}
          note="1 183 personnes sur 2 040"
          onOpen={() => showToast({ message: 'Le détail des membres actifs' })}
        />
        <Kpi
          label="Présents aux rendez-vous"
          value="74"
          unit=" %"
          delta={{ label: '−3 pts', direction: 'down', good: false }}
          trend={[80, 82, 77, 76, 78, 74]}
          note="231 présents, 312 inscrits"
        />
        <Kpi
          label="Satisfaction"
          value="4,3"
          unit="/5"
          delta={{ label: 'stable', direction: 'flat' }}
          note="412 avis"
        />
      </section>
      <Columns>
        <div className="panel">
          <p className="sm b ink2">Objectif de lancement</p>
          <h3 className="h2">80 % connectés en trois mois</h3>
          <ObjectiveCurve />
        </div>
        <div className="stack stack-6">
          <Row label="Progression">
            <Ring value={25} label="25 %" />
            <Ring value={64} label="64 %" />
            <Ring value={100} label="100 %" />
            <StrokesGauge value={4} tone="ok" label="4 sur 5" />
            <StrokesGauge value={3} tone="warn" label="3 sur 5" />
            <StrokesGauge value={2} tone="bad" label="2 sur 5" />
          </Row>
          <div>
            <p className="row sb sm">
              <span>Connectés</span>
              <b className="tn">64 %</b>
            </p>
            <ProgressBar value={64} label="Connectés" valueText="64 %" />
          </div>
          <Steps
            label="Étapes"
            words={{ done: 'fait' }}
            steps={[
              { key: 'call', label: 'L’appel', state: 'done' },
              { key: 'goals', label: 'Tes objectifs', state: 'done' },
              { key: 'charter', label: 'La charte', state: 'current' },
              { key: 'tool', label: 'L’outil', state: 'todo' },
              { key: 'first', label: 'Premier message', state: 'todo' },
            ]}
          />
          <Row label="Badge">
            <Badge>Neutre</Badge>
            <Badge kind="brand" icon={Sparkle}>
              Repère
            </Badge>
            <Badge kind="ok" icon={Check}>
              Résolu
            </Badge>
            <Badge kind="warn" icon={Clock}>
              À confirmer
            </Badge>
            <Badge kind="bad" icon={X}>
              Refusé
            </Badge>
            <Badge kind="info">Nouveau</Badge>
            <Badge kind="live">En direct</Badge>
            <Count>{12}</Count>
            <Count urgent>{3}</Count>
          </Row>
          <Card>
            <h3 className="h3">Un panier de saison</h3>
            <p className="sm ink2">Livré à l’accueil de ton site.</p>
          </Card>
          <a className="card" href="#showing">
            <CardBody>
              <h3 className="h3">Une carte qui s’ouvre</h3>
              <p className="sm ink2">Elle se soulève de deux pixels.</p>
            </CardBody>
          </a>
        </div>
      </Columns>
      <PeopleTable />
    </Section>
  )
}

function ObjectiveCurve() {
  return (
    <Curve
      label="64 % à la semaine 8 sur 13, objectif 80 % au 1er mars. Projection 75 % sans action, 81 % avec."
      x={[0, 13]}
      y={[0, 100]}
      xTicks={[
        { at: 0, label: '1er déc.' },
        { at: 4.6, label: 'janvier' },
        { at: 9, label: 'février' },
        { at: 13, label: '1er mars' },
      ]}
      yTicks={[
        { at: 0, label: '0' },
        { at: 40, label: '40' },
      ]}
      target={{ at: 80, label: '80 %' }}
      today={{ at: 8, label: 'aujourd’hui' }}
      bands={[
        { from: 3, to: 5, label: 'Noël' },
        { from: 9.8, to: 13, label: 'Vacances d’hiver' },
      ]}
      series={[
        { key: 'expected', points: points(expected), tone: 'mute', kind: 'reference' },
        {
          key: 'with',
          label: 'avec : 81 %',
          points: points([64, 70, 74.5, 77.5, 79.5, 81], 8),
          tone: 1,
          kind: 'projection',
        },
        {
          key: 'without',
          label: 'sans : 75 %',
          points: points([64, 68.5, 71, 72.5, 73.7, 75], 8),
          tone: 'ink',
          kind: 'projection',
        },
        { key: 'actual', points: points(known), tone: 1, area: true, dot: true },
      ]}
      table={{
        summary: 'Voir les chiffres',
        head: ['Semaine', 'Connectés', 'Attendus'],
        rows: expected.map((goal, week) => [
          `Semaine ${week}`,
          known[week] === undefined ? '–' : `${known[week]} %`,
          `${goal} %`,
        ]),
      }}
    />
  )
}

const rows = [
  { name: 'Clara Nguyen', site: 'Nantes', answers: 14 },
  { name: 'Fatou Sarr', site: 'Valence', answers: 9 },
  { name: 'Sofia Marques', site: 'Champagnole', answers: 11 },
]

function PeopleTable() {
  const [sort, setSort] = useState<Sort>({ key: 'name', direction: 'ascending' })
  const sign = sort.direction === 'ascending' ? 1 : -1
  const sorted = rows.toSorted((a, b) =>
    sort.key === 'name' ? sign * a.name.localeCompare(b.name) : sign * (a.answers - b.answers),
  )
  return (
    <DataTable
      caption="Éclaireurs"
      rows={sorted}
      rowKey={(row) => row.name}
      sort={sort}
      onSort={setSort}
      isSelected={(row) => row.name === 'Fatou Sarr'}
      columns={[
        {
          key: 'name',
          head: 'Personne',
          sortable: true,
          rowHead: true,
          cell: (row) => <Who person={{ name: row.name, size: 32, sign: 'ambassador' }} />,
        },
        { key: 'site', head: 'Site', cell: (row) => row.site },
        { key: 'answers', head: 'Réponses', figure: true, sortable: true, cell: (row) => row.answers },
      ]}
    />
  )
}
