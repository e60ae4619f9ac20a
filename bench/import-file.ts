import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'

const GIVEN = [
  'Élodie',
  'Bruno',
  'Hakim',
  'Laure',
  'Noémie',
  'Yanis',
  'Amina',
  'Loïc',
  'Inès',
  'Gaël',
  'Maëlle',
  'Théo',
  'Sophie',
]
const START = [
  'Mar',
  'Ber',
  'Du',
  'La',
  'Che',
  'Rou',
  'Gar',
  'Mo',
  'Per',
  'Le',
  'Fa',
  'Gi',
  'Bou',
  'Ka',
  'Sa',
  'Ri',
  'Ca',
]
const MIDDLE = ['ti', 'na', 'bo', 'mon', 'va', 'ri', 'cha', 'lle', 'dou', 'man', 'za', 'ro', 'ché', 'gui']
const END = ['net', 'rd', 'ult', 'lier', 'sson', 'vet', 'not', 'ya', 'ez', 'quin', 'ssier', 'court', 'ville']
const SITES = [
  'Lyon Gerland',
  'Lille Euratechnologies',
  'Nantes',
  'Champagnole',
  'Castres',
  'Valence',
  'Bordeaux Lac',
  'Reims',
]
const DEPARTMENTS = [
  'Production',
  'R&D',
  'Commerce',
  'Logistique',
  'Finance',
  'Ressources humaines',
  'Qualité',
]
const JOBS = [
  'Opérateur de ligne',
  'Ingénieur mécanique',
  'Chargée de clientèle',
  'Cariste',
  'Facteur',
  'Comptable',
  'Technicien',
]
const COMPANIES = ['Société mère', 'Filiale Logistique', 'Filiale Services', 'Partenaire Intégrateur']
const HEADER =
  "Matricule;Nom;Prénom;Courriel professionnel;Téléphone;Société;Site;Zone scolaire;Direction;Emploi;Statut;Matricule responsable;Date d'entrée;Centres d'intérêt"

const two = (value: number) => String(value).padStart(2, '0')

/** Spread over the list without order, the same at every run. */
const pick = (list: readonly string[], n: number, salt: number) =>
  list[(Math.imul(n + salt, 2654435761) >>> 8) % list.length] ?? ''

function lineOf(n: number): string {
  const given = pick(GIVEN, n, 1)
  const family = pick(START, n, 2) + pick(MIDDLE, n, 3) + pick(END, n, 4)
  const email = n % 3 === 0 ? '' : `p${n}@exemple-industrie.example`
  const phone = n % 4 === 0 ? `06 ${two(n % 89)} ${two(n % 97)} ${two(n % 83)} ${two(n % 79)}` : ''
  const manager = n < 10 ? '' : `A${100_000 + Math.floor(n / 10)}`
  const hired = `${two(1 + (n % 28))}/${two(1 + (n % 12))}/${1985 + (n % 40)}`
  const cells = [
    `A${100_000 + n}`,
    n % 5 === 0 ? family.toUpperCase() : family,
    given,
    email,
    phone,
    pick(COMPANIES, n, 5),
    pick(SITES, n, 6),
    pick(['A', 'B', 'C'], n, 7),
    pick(DEPARTMENTS, n, 8),
    pick(JOBS, n, 9),
    pick(['Employé', 'Cadre', 'Agent de maîtrise'], n, 10),
    manager,
    hired,
    n % 6 === 0 ? 'Cuisine, Course à pied' : '',
  ]
  return cells.join(';')
}

/** An HR export of this many people, in Windows-1252 like the real ones. */
export async function writeExport(path: string, lines: number): Promise<void> {
  const out = createWriteStream(path)
  let text = `${HEADER}\r\n`
  for (let n = 0; n < lines; n++) {
    text += `${lineOf(n)}\r\n`
    if (text.length < 200_000) continue
    if (!out.write(Buffer.from(text, 'latin1'))) await once(out, 'drain')
    text = ''
  }
  out.end(Buffer.from(text, 'latin1'))
  await finished(out)
}
