import type { IdeaStatus } from '#features/ideas/rules/statuses.ts'
import { frenchSpacing } from '../rules/typography.ts'

export interface DemoStep {
  to: Exclude<IdeaStatus, 'new'>
  daysAgo: number
  by: 'nadia' | 'thomas'
  why: string
}

export interface DemoIdea {
  key: string
  /** The title of the post it was born from; null: written here. */
  post: string | null
  /** An ambassador by name; null: one of the others. */
  by: string | null
  title: string
  words: string
  change: string
  daysAgo: number
  steps: DemoStep[]
  rating: { effort: number; value: number; words: string; by: string } | null
  mergedInto: string | null
}

type Given = Pick<DemoIdea, 'key' | 'title' | 'daysAgo'> & Partial<DemoIdea>

const idea = (given: Given): DemoIdea => ({
  post: null,
  by: null,
  mergedInto: null,
  ...given,
  title: frenchSpacing(given.title),
  words: frenchSpacing(given.words ?? ''),
  change: frenchSpacing(given.change ?? ''),
  steps: (given.steps ?? []).map((step) => ({ ...step, why: frenchSpacing(step.why) })),
  rating: given.rating ? { ...given.rating, words: frenchSpacing(given.rating.words) } : null,
})

const step = (to: DemoStep['to'], daysAgo: number, why: string, by: DemoStep['by'] = 'nadia'): DemoStep => ({
  to,
  daysAgo,
  by,
  why,
})

const weighed = (value: number, effort: number, words: string, by = 'karim') => ({ effort, value, words, by })

/** Who says value and effort at Aubrelle. */
export const ideaTeam = ['karim', 'bastien'] as const

export const ideas: readonly DemoIdea[] = [
  idea({
    key: 'gants',
    title: 'Toucher les boutons sans retirer ses gants',
    by: 'mehdi',
    words:
      'Au vernis et au quai on enlève un gant quarante fois par poste, ou on appuie avec le coude. Des boutons deux fois plus grands, et on n’en parle plus.',
    change: 'Quarante gestes de moins par poste, et des écrans propres.',
    daysAgo: 190,
    steps: [
      step('considered', 184, 'Trois ateliers en parlent la même semaine : on mesure la taille qu’il faut.'),
      step('planned', 162, 'Elle passe devant : c’est elle qui gêne le plus de monde.', 'thomas'),
      step('building', 118, 'Sofia et dix volontaires essaient la version à gros boutons.'),
      step('shipped', 58, 'Les boutons ont doublé de taille sur tous les postes, gants compris.'),
    ],
    rating: weighed(5, 3, 'Tous les ateliers, tous les jours.'),
  }),
  idea({
    key: 'gants-froid',
    title: 'Un écran qui répond aux gants d’hiver',
    by: 'samuel',
    words: 'Par moins deux sur le quai, personne n’enlève rien. L’écran croit qu’on n’est pas là.',
    daysAgo: 150,
    mergedInto: 'gants',
    steps: [step('merged', 141, 'Mêmes mains, même écran : les gants du quai comptent avec ceux du vernis.')],
  }),
  idea({
    key: 'liste',
    post: 'Choisir ensemble ce qui vient ensuite',
    title: 'Choisir ensemble ce qui vient ensuite',
    daysAgo: 175,
    steps: [
      step(
        'planned',
        160,
        'Mehdi a raison : une liste qu’on ne voit pas décourage. On ouvre le carnet.',
        'thomas',
      ),
      step('shipped', 96, 'Tu es en train de la lire. Premier tour de vote dans la foulée.', 'thomas'),
    ],
    rating: weighed(4, 2, 'Le carnet existait à moitié.', 'bastien'),
  }),
  idea({
    key: 'bon',
    post: 'Imprimer le bon de livraison du côté où on le scotche',
    title: 'Imprimer le bon de livraison du bon côté',
    daysAgo: 132,
    steps: [
      step('shipped', 71, 'Un réglage de bac à Cholet, puis le même dans les cinq autres expéditions.'),
    ],
    rating: weighed(2, 1, 'Dix minutes par site.', 'bastien'),
  }),
  idea({
    key: 'depart',
    post: 'Prévenir le poseur quand sa palette part, pas quand elle arrive',
    title: 'Prévenir le poseur la veille, quand sa palette est chargée',
    change: 'Les équipes de pose se choisissent la veille à 17 heures.',
    daysAgo: 104,
    steps: [
      step('considered', 97, 'On regarde d’où partirait le message : du quai ou du planning.'),
      step('planned', 49, 'Premier du premier tour, et le quai de Valence est volontaire pour commencer.'),
      step('building', 22, 'Le message part déjà pour deux équipes de pose. Retour dans trois semaines.'),
    ],
    rating: weighed(5, 2, 'Le planning sait déjà tout, il manque l’envoi.'),
  }),
  idea({
    key: 'hors-reseau',
    title: 'Déclarer une opération même sans réseau',
    words:
      'Derrière le séchoir 2 on ne capte rien. On note sur un carton, on recopie à la pause, et on se trompe une fois sur dix.',
    change: 'Plus de carton, plus de recopie.',
    daysAgo: 126,
    by: 'josephine',
    steps: [
      step('considered', 119, 'Bastien vérifie ce que le téléphone peut garder en attendant.'),
      step(
        'building',
        34,
        'La garde hors réseau marche à Champagnole ; on l’éprouve une quinzaine de plus.',
        'thomas',
      ),
    ],
    rating: weighed(5, 4, 'Le plus utile de la liste, et le plus délicat.', 'bastien'),
  }),
  idea({
    key: 'numero',
    post: 'Un numéro de fenêtre lisible par le client',
    title: 'Retrouver une fenêtre à partir du numéro gravé',
    daysAgo: 88,
    steps: [
      step('considered', 80, 'Le service client compte trente et un appels de ce genre par mois.'),
      step('planned', 40, 'La gravure commence en janvier, la recherche dans Tempo suivra dans le mois.'),
    ],
    rating: weighed(4, 3, 'Dix minutes de gagnées par appel.'),
  }),
  idea({
    key: 'photo',
    title: 'Joindre une photo à un défaut, en un geste',
    words:
      'Décrire une coulure avec des mots, c’est long et c’est faux. Une photo prise depuis la fiche et c’est clair.',
    change: 'Un appel de moins entre la finition et la qualité à chaque défaut.',
    daysAgo: 93,
    steps: [
      step('planned', 44, 'Deuxième du premier tour. On la prend dès que la garde hors réseau est sortie.'),
    ],
    rating: weighed(4, 2, 'L’appareil photo est déjà là.'),
  }),
  idea({
    key: 'releve',
    title: 'Voir d’un coup d’œil ce que le poste d’avant a laissé',
    words: 'À cinq heures moins dix on ouvre quatre écrans pour savoir où reprendre. Une page, trois lignes.',
    daysAgo: 62,
    steps: [step('considered', 55, 'On suit deux relèves à Cholet pour savoir quelles trois lignes.')],
    rating: weighed(4, 3, 'À dessiner avec les chefs d’équipe.'),
  }),
  idea({
    key: 'mots',
    title: 'Des mots d’atelier à la place des codes d’opération',
    words: 'Personne ne dit « OP-340 ». On dit « deuxième couche ». Affichons les deux, le mot en grand.',
    change: 'Les nouveaux se débrouillent dès le premier jour.',
    daysAgo: 51,
    steps: [step('considered', 43, 'Chaque atelier dresse la liste de ses mots, on les réunit ensuite.')],
    rating: weighed(3, 2, 'Une centaine de mots à recueillir.'),
  }),
  idea({
    key: 'arabe',
    title: 'Lire Tempo en portugais et en arabe',
    words: 'Sur la ligne 3 on traduit pour quatre collègues à chaque nouveauté.',
    daysAgo: 47,
    steps: [
      step('considered', 39, 'On demande aux intéressés si l’aide suffit, ou s’il faut tous les écrans.'),
    ],
    rating: weighed(3, 5, 'Chaque écran, à chaque nouveauté.', 'bastien'),
  }),
  idea({
    key: 'voix',
    title: 'Dicter une remarque au lieu de la taper',
    words: 'Les mains pleines de colle, on parle très bien.',
    daysAgo: 36,
    rating: weighed(3, 4, 'Le bruit de la découpe complique tout.'),
    steps: [],
  }),
  idea({
    key: 'stock',
    title: 'Savoir s’il reste du vernis avant de traverser l’atelier',
    words: 'On fait deux cents mètres pour trouver une étagère vide. Le magasin connaît le stock, nous pas.',
    change: 'Deux allers-retours de moins par jour et par personne au vernis.',
    daysAgo: 33,
    steps: [],
    rating: weighed(4, 2, 'Le magasin tient déjà le compte.'),
  }),
  idea({
    key: 'ecran-noir',
    title: 'Que l’écran du poste reste allumé pendant qu’on vernit',
    words: 'Il s’éteint au bout d’une minute, pile quand on a les mains prises.',
    daysAgo: 12,
    steps: [],
    rating: weighed(2, 1, 'Un réglage, à pousser sur les postes.', 'bastien'),
  }),
  idea({
    key: 'gauche',
    title: 'Un clavier pour les gauchers sur la borne du magasin',
    words: 'Le lecteur est à droite, le clavier aussi. On se croise les bras.',
    daysAgo: 9,
    steps: [],
    rating: weighed(1, 2, 'Deux bornes sur onze.'),
  }),
  idea({
    key: 'merci-outil',
    title: 'Dire merci à qui a affûté l’outil',
    words: 'On trouve un rabot comme neuf à six heures, sans savoir à qui on le doit.',
    daysAgo: 6,
    steps: [],
  }),
  idea({
    key: 'pause',
    title: 'Ne rien envoyer pendant la pause',
    words: 'Vingt minutes sans vibration, c’est tout ce qu’on demande.',
    daysAgo: 3,
    steps: [],
  }),
  idea({
    key: 'boite',
    title: 'Les questions de la nuit triées avant sept heures',
    words: 'Posées à trois heures, lues à neuf, répondues le surlendemain : on pourrait gagner une nuit.',
    daysAgo: 41,
    steps: [],
  }),
  idea({
    key: 'minuterie',
    title: 'Un compte à rebours entre deux couches',
    words: 'Chacun a sa minuterie de cuisine. Celle de Tempo sonnerait pour tout le monde.',
    daysAgo: 78,
    steps: [
      step(
        'considered',
        66,
        'L’idée plaît à la finition, on regarde si les autres ateliers s’en serviraient.',
      ),
      step('not_now', 30, 'La minuterie de cuisine marche bien. On y revient après la garde hors réseau.'),
    ],
    rating: weighed(2, 3, 'Utile à un seul atelier.'),
  }),
  idea({
    key: 'jeux',
    title: 'Un classement des ateliers qui déclarent le plus',
    words: 'Un peu de compétition entre Cholet et Castres, ça réveillerait.',
    daysAgo: 112,
    steps: [
      step(
        'declined',
        99,
        'Tempo ne compte pas qui déclare ni combien : on l’a promis le premier jour, on s’y tient.',
        'thomas',
      ),
    ],
  }),
  idea({
    key: 'papier',
    title: 'Garder le cahier d’affûtage à côté de Tempo',
    words: 'Au cas où. Le cahier ne tombe jamais en panne.',
    daysAgo: 85,
    steps: [
      step(
        'declined',
        76,
        'Deux endroits, c’est deux vérités. Le cahier reste un mois au magasin, puis il se repose.',
      ),
    ],
    rating: weighed(1, 1, 'Rien à faire, mais tout en double.'),
  }),
]

export interface DemoRound {
  key: string
  name: string
  openedDaysAgo: number
  /** Past: closed that day. */
  closesInDays: number
  voters: number
  /** The ideas proposed; with the total of each once it is over. */
  ideas: readonly (readonly [key: string, votes: number | null])[]
  /** Those which ended on the way. */
  left: readonly string[]
}

export const rounds: readonly DemoRound[] = [
  {
    key: 'premier',
    name: 'Premier tour : ce qui nous ralentit',
    openedDaysAgo: 74,
    closesInDays: -53,
    voters: 57,
    ideas: [
      ['depart', 74],
      ['photo', 61],
      ['hors-reseau', 58],
      ['numero', 39],
      ['minuterie', 17],
      ['releve', 14],
      ['gants', null],
      ['bon', null],
    ],
    left: ['gants', 'bon'],
  },
  {
    key: 'deuxieme',
    name: 'Deuxième tour : ce qu’on fait ensuite',
    openedDaysAgo: 5,
    closesInDays: 9,
    voters: 38,
    ideas: [
      ['stock', null],
      ['releve', null],
      ['mots', null],
      ['photo', null],
      ['numero', null],
      ['boite', null],
      ['voix', null],
      ['ecran-noir', null],
    ],
    left: [],
  },
]
