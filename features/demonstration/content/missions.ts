import type { MissionKind, Outcome, Verdict } from '#features/missions/rules/kinds.ts'
import type { Like } from '#features/programme/rules/likes.ts'
import { frenchSpacing } from '../rules/typography.ts'

const written = (text: string) => frenchSpacing(text.trim())

/** What came back of a mission: in the order of those who took it. */
export interface Brought {
  /** Somebody by name; null: one of the others who fit. */
  slug: string | null
  takenDaysAgo: number
  returnedDaysAgo?: number
  words?: string
  thanks?: string
}

export interface DemoMission {
  key: string
  kind: MissionKind
  title: string
  brief: string
  returns: string
  minutes: number
  /** Days from today; null: no date. */
  dueInDays: number | null
  quota: number | null
  sites: string[]
  likes: Like[]
  state: 'draft' | 'open' | 'closed' | 'cancelled'
  why: string
  openedDaysAgo: number
  brought: Brought[]
}

const mission = (
  own: Pick<DemoMission, 'key' | 'kind' | 'title' | 'brief' | 'minutes' | 'openedDaysAgo'> &
    Partial<DemoMission>,
): DemoMission => ({
  dueInDays: null,
  quota: null,
  sites: [],
  likes: [],
  state: 'open',
  ...own,
  title: written(own.title),
  brief: written(own.brief),
  returns: written(own.returns ?? ''),
  why: written(own.why ?? ''),
  brought: (own.brought ?? []).map((one) => ({
    ...one,
    ...(one.words ? { words: written(one.words) } : {}),
    ...(one.thanks ? { thanks: written(one.thanks) } : {}),
  })),
})

export const missions: readonly DemoMission[] = [
  mission({
    key: 'geste',
    kind: 'write',
    title: 'Raconter un geste trouvé à ton poste',
    brief:
      'Un gabarit, une cale, un ordre dans lequel tu fais les choses : ce que tu montrerais à un apprenti le premier matin.\n\nUne photo de près, trois phrases : ce qui coinçait, ce que tu fais maintenant, ce que ça change.',
    returns: 'L’adresse de ta publication dans Tempo.',
    minutes: 30,
    dueInDays: 12,
    quota: 10,
    openedDaysAgo: 11,
    brought: [
      {
        slug: 'josephine',
        takenDaysAgo: 10,
        returnedDaysAgo: 6,
        words:
          'J’ai raconté le chiffon tiède avant la deuxième couche. Deux collègues de Cholet l’ont essayé dès mardi.',
        thanks:
          'Joséphine, ta photo du chiffon se passe de mots. À Cholet ils l’ont affichée près de la cabine.',
      },
      {
        slug: 'bruno',
        takenDaysAgo: 9,
        returnedDaysAgo: 3,
        words:
          'Le limon se présente à blanc avant collage, avec la vidéo de l’apprenti. Ça prend moins de temps que de le dire.',
      },
      { slug: 'fatou', takenDaysAgo: 5 },
      { slug: null, takenDaysAgo: 4 },
    ],
  }),
  mission({
    key: 'debout',
    kind: 'host',
    title: 'Dix minutes debout : montrer le pointage à l’équipe d’à côté',
    brief:
      'Une équipe qui pointe encore sur papier, dix minutes à la prise de poste, ton téléphone et le leur. Tu montres une fois, ils le font une fois.\n\nLe support tient sur une feuille, et la borne de secours est déjà installée près de la machine à café.',
    returns: 'Combien de personnes étaient là, et la question qui revient.',
    minutes: 20,
    dueInDays: 6,
    quota: 3,
    sites: ['Cholet'],
    openedDaysAgo: 7,
    brought: [
      { slug: 'mehdi', takenDaysAgo: 3 },
      {
        slug: 'thi',
        takenDaysAgo: 6,
        returnedDaysAgo: 1,
        words:
          'Neuf personnes de l’assemblage. On me demande ce qui se passe quand on oublie de pointer la sortie.',
      },
    ],
  }),
  mission({
    key: 'portrait',
    kind: 'write',
    title: 'Le portrait de quelqu’un qui aide sans qu’on le voie',
    brief:
      'La personne qui affûte, qui prépare les chariots, qui remet la file d’impression en route. Demande-lui d’abord, relis avec elle, et laisse-la choisir la photo.',
    returns: 'Le lien vers le portrait, relu par la personne.',
    minutes: 45,
    dueInDays: 20,
    quota: 4,
    likes: ['write'],
    openedDaysAgo: 4,
    brought: [{ slug: 'nora', takenDaysAgo: 2 }],
  }),
  mission({
    key: 'halle',
    kind: 'welcome',
    title: 'Faire le tour de la halle avec une arrivée',
    brief:
      'Une demi-heure le premier jour : les casiers, la cantine, la personne à qui demander, et le premier pointage fait ensemble.\n\nOn te prévient la veille ; si ton poste ne le permet pas ce jour-là, dis-le simplement.',
    returns: 'Une chose qui a surpris la personne.',
    minutes: 30,
    sites: ['Cholet', 'Valence'],
    openedDaysAgo: 30,
    brought: [
      {
        slug: 'ousmane',
        takenDaysAgo: 24,
        returnedDaysAgo: 19,
        words: 'Rayan pensait que le quai était fermé la nuit. Je lui ai montré la sonnette, il a ri.',
        thanks: 'Ousmane, merci d’avoir pris cette demi-heure à deux heures du matin. Rayan en parle encore.',
      },
      {
        slug: null,
        takenDaysAgo: 12,
        returnedDaysAgo: 8,
        words: 'Elle cherchait les gants à sa taille. Ils sont au magasin, personne ne le dit.',
      },
    ],
  }),
  mission({
    key: 'cinq',
    kind: 'write',
    title: 'Répondre aux cinq questions qui reviennent sur le pointage',
    brief:
      'Cinq questions, cinq réponses de trois lignes, avec une capture quand elle parle mieux. Elles iront dans la page d’aide de Tempo, sous ton nom si tu le veux.',
    returns: 'Tes réponses, dans l’ordre.',
    minutes: 40,
    dueInDays: -24,
    quota: 5,
    state: 'closed',
    openedDaysAgo: 48,
    brought: [
      {
        slug: 'mehdi',
        takenDaysAgo: 44,
        returnedDaysAgo: 31,
        words: 'J’ai pris les deux sur l’oubli de sortie, c’est ce qu’on me demande le plus.',
        thanks:
          'Mehdi, depuis que tes réponses sont en ligne, la question de la sortie oubliée ne revient plus. Merci.',
      },
      {
        slug: 'clara',
        takenDaysAgo: 43,
        returnedDaysAgo: 30,
        words: 'Les trois autres sont faites, avec des captures du bureau d’études.',
        thanks: 'Clara, tes captures ont évité un mode d’emploi de huit pages.',
      },
    ],
  }),
  mission({
    key: 'nuit',
    kind: 'host',
    title: 'Le quart d’heure Tempo de l’équipe de nuit',
    brief:
      'La nuit n’a pas vu la démonstration d’octobre. Un quart d’heure à la pause de deux heures, autour de la table, avec ce qui les concerne : la relève et les arrêts.',
    returns: 'Ce qu’ils demandent et que le jour ne demande pas.',
    minutes: 25,
    dueInDays: -9,
    quota: 2,
    state: 'closed',
    openedDaysAgo: 33,
    brought: [
      {
        slug: 'abdel',
        takenDaysAgo: 30,
        returnedDaysAgo: 12,
        words: 'Onze personnes. Ils veulent voir la relève de la veille sans chercher, en une touche.',
        thanks:
          'Abdel, la relève en une touche est partie dans la liste de Thomas, avec le nom de ton équipe.',
      },
    ],
  }),
  mission({
    key: 'croisee',
    kind: 'host',
    title: 'Visite croisée : Castres vient voir la finition de Champagnole',
    brief: 'Une journée, six menuisiers, la cabine et le séchoir. Tu prépares le parcours et les questions.',
    returns: 'Trois choses à essayer en rentrant.',
    minutes: 240,
    quota: 2,
    state: 'cancelled',
    why: 'La cabine de Champagnole est en révision tout le mois. On reprend l’idée au printemps.',
    openedDaysAgo: 27,
    brought: [{ slug: 'ines', takenDaysAgo: 25 }],
  }),
  mission({
    key: 'interimaires',
    kind: 'welcome',
    title: 'Premier badge, premier pointage : accompagner les intérimaires',
    brief:
      'Douze personnes arrivent pour le pic des livraisons. Chacune fait son premier pointage avec quelqu’un qui l’a déjà fait cent fois.',
    returns: 'Ce qui a bloqué au premier essai.',
    minutes: 20,
    dueInDays: -38,
    quota: 6,
    sites: ['Valence'],
    state: 'closed',
    openedDaysAgo: 62,
    brought: [
      {
        slug: 'fatou',
        takenDaysAgo: 58,
        returnedDaysAgo: 41,
        words:
          'Quatre badges sur douze n’étaient pas activés. On les a notés, l’accueil les a repris le jour même.',
        thanks: 'Fatou, grâce à ta liste les badges s’activent maintenant la veille de l’arrivée.',
      },
      {
        slug: null,
        takenDaysAgo: 57,
        returnedDaysAgo: 40,
        words:
          'Le mot « opération » ne parle à personne en arrivant. J’ai dit « ce que tu fais », et c’est passé.',
        thanks: 'Merci pour le mot juste : le libellé change à la prochaine version.',
      },
    ],
  }),
  mission({
    key: 'premier-jour',
    kind: 'write',
    title: 'Écrire « Mon premier jour dans Tempo » en dix lignes',
    brief: 'Dix lignes, à la première personne, pour la lettre que reçoivent les arrivées.',
    returns: 'Le texte.',
    minutes: 25,
    quota: 3,
    likes: ['write', 'welcome'],
    state: 'draft',
    openedDaysAgo: 2,
  }),
  mission({
    key: 'lieusaint',
    kind: 'welcome',
    title: 'Recevoir les poseurs de Lieusaint à leur première rencontre',
    brief:
      'Le cercle du chantier se réunit bientôt pour la première fois. Un café, une table, et les visages à mettre sur les noms.',
    returns: 'Ce qu’ils attendent du cercle.',
    minutes: 60,
    quota: 2,
    state: 'draft',
    openedDaysAgo: 1,
  }),
]

export interface DemoRelay extends Omit<DemoMission, 'brought'> {
  tenSeconds: string
  oneMinute: string
  fiveMinutes: string
  question: string
  visual: { file: string; alt: string }
  /** How many relayed beside those whose answer is told. */
  others: number
  said: { slug: string | null; people: number; answer: string; daysAgo: number }[]
}

const relay = (own: Parameters<typeof mission>[0] & Omit<DemoRelay, keyof DemoMission>): DemoRelay => {
  const { brought: _none, ...rest } = mission(own)
  return {
    ...rest,
    tenSeconds: written(own.tenSeconds),
    oneMinute: written(own.oneMinute),
    fiveMinutes: written(own.fiveMinutes),
    question: written(own.question),
    visual: { ...own.visual, alt: written(own.visual.alt) },
    others: own.others,
    said: own.said.map((one) => ({ ...one, answer: written(one.answer) })),
  }
}

export const relays: readonly DemoRelay[] = [
  relay({
    key: 'affutage',
    kind: 'relay',
    title: 'Lundi, le cahier d’affûtage passe dans Tempo',
    brief:
      'Le cahier accroché à la toupie disparaît de deux ateliers lundi. Autant que chacun l’apprenne d’une voix connue plutôt que d’une affiche.',
    minutes: 5,
    dueInDays: 8,
    openedDaysAgo: 9,
    tenSeconds:
      'À partir de lundi, un outil qu’on affûte se note dans Tempo, pas sur le cahier. Deux touches, et le suivant sait où il en est.',
    oneMinute:
      'Le cahier d’affûtage s’arrête lundi à l’usinage et à la découpe. À la place, tu ouvres la fiche de l’outil dans Tempo, tu touches « Affûté », et c’est noté avec la date.\n\nCe que ça change : le collègue de nuit voit l’état du rabot sans chercher le cahier, et le magasin commande avant la panne. Le cahier reste un mois au magasin, pour ceux qui veulent vérifier.',
    fiveMinutes:
      'Pourquoi maintenant : en septembre, trois lames ont été montées deux fois sans affûtage parce que le cahier était resté dans la poche de quelqu’un. Personne n’est en faute, le cahier ne peut pas être à deux endroits.\n\nComment on fait : la fiche s’ouvre en visant le code collé sur le râtelier. « Affûté », « À surveiller » ou « Coupé ». On peut ajouter une photo. Sans réseau, ça part plus tard tout seul.\n\nCe qui ne change pas : c’est toujours celui qui monte l’outil qui décide s’il est bon. Tempo ne compte pas qui affûte ni combien, il dit où en est l’outil.\n\nSi quelqu’un n’a pas de téléphone : la borne du magasin fait la même chose, et Denis note pour ceux qui préfèrent lui dire.',
    question: 'Qu’est-ce qui vous manquera du cahier ?',
    visual: {
      file: 'gabarit.svg',
      alt: 'Des outils accrochés à un panneau de bois, chacun dans sa silhouette.',
    },
    others: 9,
    said: [
      {
        slug: 'mehdi',
        people: 9,
        answer:
          'La marge, pour dessiner. Quand une lame chante, on faisait un croquis, et le suivant comprenait.',
        daysAgo: 5,
      },
      {
        slug: 'sofia',
        people: 12,
        answer: 'Rien, sauf la page des astuces à la fin. Quelqu’un peut la photographier avant lundi ?',
        daysAgo: 4,
      },
      {
        slug: 'denis',
        people: 7,
        answer:
          'Le cahier ne tombe jamais en panne. Ils veulent savoir qui appeler quand la borne ne répond pas.',
        daysAgo: 3,
      },
      {
        slug: null,
        people: 14,
        answer:
          'On voyait d’un coup d’œil si la semaine avait été dure. Ils aimeraient la même chose, par semaine.',
        daysAgo: 2,
      },
    ],
  }),
  relay({
    key: 'arrets',
    kind: 'relay',
    title: 'Les arrêts de moins de trois minutes se notent aussi',
    brief: 'Les petits arrêts sont ceux qui usent le plus, et les seuls que personne ne voit.',
    minutes: 5,
    dueInDays: 15,
    openedDaysAgo: 2,
    tenSeconds:
      'Un arrêt de deux minutes, ça se note aussi : une touche, sans dire pourquoi. C’est ce qui fait venir la maintenance.',
    oneMinute:
      'Jusqu’ici on ne notait que les arrêts de plus de cinq minutes. Or sur la ligne 2, les petits font une heure par jour.\n\nDésormais une touche suffit, la raison est facultative, et rien n’est rattaché à une personne : c’est la machine qui parle.',
    fiveMinutes:
      'La question qui viendra : « est-ce qu’on nous surveille ? » Réponse simple : non. L’arrêt porte le nom de la machine, jamais le tien, et l’équipe de direction voit des totaux par semaine.\n\nÀ quoi ça a déjà servi : à Champagnole, quarante petits arrêts notés en quinze jours ont suffi pour faire changer un capteur qu’on contournait depuis deux ans.\n\nComment s’y mettre : on commence par la machine qui agace le plus, une semaine, et on regarde ensemble le vendredi.',
    question: 'Quelle machine vous arrête le plus souvent pour presque rien ?',
    visual: {
      file: 'atelier.svg',
      alt: 'Un collègue à l’établi, casque sur les oreilles, des fenêtres appuyées au mur.',
    },
    others: 0,
    said: [
      {
        slug: 'thi',
        people: 8,
        answer:
          'La vis de la ligne A, celle qui se coince quand la barquette est presque vide. Tout le monde a ri, tout le monde l’a dite.',
        daysAgo: 1,
      },
      { slug: null, people: 6, answer: 'L’imprimante d’étiquettes, sans hésiter.', daysAgo: 0 },
    ],
  }),
  relay({
    key: 'gants',
    kind: 'relay',
    title: 'Tempo se touche maintenant avec des gants',
    brief: 'La version d’octobre a changé la taille des boutons, à la demande de ceux qui l’ont essayée.',
    minutes: 5,
    dueInDays: -20,
    state: 'closed',
    openedDaysAgo: 41,
    tenSeconds: 'Les boutons de Tempo ont grandi : garde tes gants, ça marche.',
    oneMinute:
      'Vous l’aviez dit : ôter ses gants pour pointer, c’est perdre trente secondes et se couper. Les boutons font maintenant deux centimètres, et l’écran attend moins longtemps avant de s’éteindre.',
    fiveMinutes:
      'D’où ça vient : six Éclaireurs ont essayé le pointage en une touche pendant deux semaines. Quatre étaient bloqués par les gants. L’équipe projet a changé les boutons, et elle a dit pourquoi elle ne changeait pas le reste.\n\nCe qu’il faut faire : rien, la mise à jour est passée. Si un bouton reste trop petit, une capture suffit.',
    question: 'Reste-t-il un geste pour lequel vous ôtez encore vos gants ?',
    visual: {
      file: 'equipe.svg',
      alt: 'Neuf collègues de l’équipe B de Cholet, côte à côte derrière un établi.',
    },
    others: 11,
    said: [
      {
        slug: 'josephine',
        people: 6,
        answer: 'Pour la photo des défauts de vernis : le bouton de l’appareil est resté petit.',
        daysAgo: 33,
      },
      {
        slug: 'yann',
        people: 11,
        answer: 'Sur le chantier, pour signer la fin de pose avec le client.',
        daysAgo: 30,
      },
      {
        slug: 'mehdi',
        people: 10,
        answer: 'Plus aucun. Patrick a demandé la même chose pour la balance.',
        daysAgo: 29,
      },
    ],
  }),
]

export interface DemoTest extends Omit<DemoMission, 'brought'> {
  team: string[]
  steps: { key: string; title: string; lookAt: string }[]
  /** In the order of the steps: what each tester met; null, not tried. */
  runs: {
    slug: string | null
    takenDaysAgo: number
    returnedDaysAgo: number | null
    named: boolean
    answers: (readonly [verdict: Verdict, words?: string, picture?: string | undefined] | null)[]
    last?: string
  }[]
  decision: {
    words: string
    daysAgo: number
    points: { point: string; outcome: Outcome; why: string }[]
  } | null
}

const campaign = (own: Parameters<typeof mission>[0] & Omit<DemoTest, keyof DemoMission>): DemoTest => {
  const { brought: _none, ...rest } = mission(own)
  return {
    ...rest,
    team: own.team,
    steps: own.steps.map((one) => ({ ...one, title: written(one.title), lookAt: written(one.lookAt) })),
    runs: own.runs.map((run) => ({
      ...run,
      answers: run.answers.map((one) => (one ? ([one[0], written(one[1] ?? ''), one[2]] as const) : null)),
      ...(run.last ? { last: written(run.last) } : {}),
    })),
    decision: own.decision && {
      ...own.decision,
      words: written(own.decision.words),
      points: own.decision.points.map((one) => ({
        ...one,
        point: written(one.point),
        why: written(one.why),
      })),
    },
  }
}

export const campaigns: readonly DemoTest[] = [
  campaign({
    key: 'outils',
    kind: 'test',
    title: 'Essayer le suivi des outils coupés',
    brief:
      'Il est six heures, tu montes le rabot et il est émoussé. Tu le notes, tu cherches qui peut l’affûter, et tu préviens le poste d’après.\n\nLa version d’essai est sur ton téléphone, dans Tempo, sous « Outils (essai) ». Rien de ce que tu y notes ne part au magasin.',
    minutes: 15,
    dueInDays: 9,
    quota: 12,
    openedDaysAgo: 8,
    team: ['thomas', 'karim', 'awa'],
    steps: [
      {
        key: 'fiche',
        title: 'Ouvre la fiche du rabot avec le code du râtelier',
        lookAt: 'Combien d’essais avant que le code soit lu ? Avec la lumière de ton poste.',
      },
      {
        key: 'coupe',
        title: 'Note que l’outil est coupé',
        lookAt: 'Trouves-tu le bouton du premier coup, gants aux mains ?',
      },
      {
        key: 'qui',
        title: 'Cherche qui peut l’affûter aujourd’hui',
        lookAt: 'La liste correspond-elle aux personnes présentes ?',
      },
      { key: 'releve', title: 'Laisse un mot au poste d’après', lookAt: '' },
    ],
    runs: [
      {
        slug: 'sofia',
        takenDaysAgo: 7,
        returnedDaysAgo: 5,
        named: true,
        answers: [
          ['works', 'Lu du premier coup, même avec de la poussière dessus.'],
          ['works'],
          [
            'blocks',
            'La liste propose Luc, qui est en congé depuis lundi. J’ai marché jusqu’à son poste pour rien.',
            'ecran-liste.svg',
          ],
          ['would_help', 'Pouvoir dicter : à six heures, personne n’a envie d’écrire.'],
        ],
        last: 'Garde la photo de l’outil en haut, c’est elle qui m’a rassurée.',
      },
      {
        slug: 'abdel',
        takenDaysAgo: 7,
        returnedDaysAgo: 4,
        named: true,
        answers: [
          [
            'would_help',
            'La nuit il fait sombre derrière la toupie. La lampe du téléphone devrait s’allumer toute seule.',
          ],
          ['works', 'Bouton trouvé, gants compris.'],
          ['blocks', 'La nuit, la liste est vide. L’écran ne dit pas pourquoi.', 'ecran-vide.svg'],
          ['works'],
        ],
      },
      {
        slug: 'bruno',
        takenDaysAgo: 6,
        returnedDaysAgo: 4,
        named: false,
        answers: [
          ['works'],
          ['would_help', 'J’ai cherché « émoussé ». Chez nous « coupé » veut dire fendu.'],
          ['works', 'Deux noms, les bons.'],
          null,
        ],
      },
      {
        slug: null,
        takenDaysAgo: 6,
        returnedDaysAgo: 3,
        named: true,
        answers: [
          ['blocks', 'Le code est collé trop haut, je ne le vise pas sans l’escabeau.'],
          ['works'],
          ['works'],
          ['works', 'Le mot était là à la relève, avec l’heure.'],
        ],
      },
      {
        slug: 'denis',
        takenDaysAgo: 5,
        returnedDaysAgo: 1,
        named: true,
        answers: [
          ['works'],
          ['works', 'Clair.'],
          ['would_help', 'Voir aussi qui a l’habilitation pour les fraises au diamant.'],
          ['works'],
        ],
        last: 'Côté maintenance on gagnerait à recevoir le mot aussi.',
      },
      {
        slug: 'mehdi',
        takenDaysAgo: 2,
        returnedDaysAgo: null,
        named: false,
        answers: [
          ['works', 'Rapide.'],
          ['blocks', 'Avec le gant de découpe, le bouton ne répond pas.'],
          null,
          null,
        ],
      },
      {
        slug: 'thi',
        takenDaysAgo: 1,
        returnedDaysAgo: null,
        named: false,
        answers: [null, null, null, null],
      },
    ],
    decision: null,
  }),
  campaign({
    key: 'touche',
    kind: 'test',
    title: 'Essayer le pointage d’équipe en une touche',
    brief:
      'Sept heures moins cinq, toute l’équipe est devant la borne. Une personne pointe pour les huit, d’une seule touche, et chacun vérifie son nom.',
    minutes: 20,
    dueInDays: -52,
    quota: 12,
    state: 'closed',
    openedDaysAgo: 76,
    team: ['thomas', 'awa'],
    steps: [
      { key: 'equipe', title: 'Ouvre l’équipe du matin', lookAt: 'Les huit noms sont-ils là ?' },
      {
        key: 'pointer',
        title: 'Pointe les huit d’une touche, gants aux mains',
        lookAt: 'Le bouton répond-il ?',
      },
      { key: 'corriger', title: 'Retire quelqu’un qui n’est pas arrivé', lookAt: '' },
    ],
    runs: [
      {
        slug: 'mehdi',
        takenDaysAgo: 74,
        returnedDaysAgo: 66,
        named: true,
        answers: [
          ['works'],
          ['blocks', 'Trois essais avec les gants, j’ai fini par les ôter.'],
          ['works', 'Retiré en deux touches, et le collègue a reçu un mot.'],
        ],
        last: 'Sans les gants, on gagne quatre minutes sur huit personnes.',
      },
      {
        slug: 'josephine',
        takenDaysAgo: 73,
        returnedDaysAgo: 65,
        named: true,
        answers: [
          ['works'],
          ['blocks', 'Mes gants de vernis glissent sur l’écran.'],
          ['would_help', 'Dire pourquoi la personne manque : formation, congé, retard.'],
        ],
      },
      {
        slug: 'thi',
        takenDaysAgo: 73,
        returnedDaysAgo: 64,
        named: false,
        answers: [
          ['would_help', 'L’ordre alphabétique ne sert à rien, on se connaît par poste.'],
          ['works'],
          ['works'],
        ],
      },
      {
        slug: 'ousmane',
        takenDaysAgo: 72,
        returnedDaysAgo: 62,
        named: true,
        answers: [['works'], ['blocks', 'Gants d’hiver : rien.'], ['works']],
      },
      {
        slug: 'fatou',
        takenDaysAgo: 72,
        returnedDaysAgo: 61,
        named: true,
        answers: [
          ['works', 'Les huit, dans l’ordre de la ligne chez nous.'],
          ['works'],
          ['blocks', 'Je n’ai pas trouvé. J’ai pointé neuf personnes pour huit.'],
        ],
      },
      {
        slug: null,
        takenDaysAgo: 70,
        returnedDaysAgo: 60,
        named: false,
        answers: [['works'], ['blocks', 'Même le doigt nu devait appuyer deux fois.'], null],
      },
    ],
    decision: {
      words:
        'Merci d’avoir pointé huit fois de suite pour nous. Voici ce que ça change, et ce que ça ne change pas.',
      daysAgo: 47,
      points: [
        {
          point: 'Des boutons de deux centimètres, qui répondent avec des gants',
          outcome: 'changed',
          why: 'Quatre d’entre vous ont dû les ôter. Sur une ligne où les gants sont la règle, c’est à l’écran de s’adapter.',
        },
        {
          point: 'Les noms dans l’ordre des postes',
          outcome: 'changed',
          why: 'L’ordre alphabétique n’aidait que nous. Chaque équipe range ses noms une fois, ils y restent.',
        },
        {
          point: 'Pointer toute l’équipe d’une seule touche',
          outcome: 'kept',
          why: 'Quatre minutes gagnées par prise de poste, personne n’a demandé à revenir en arrière.',
        },
        {
          point: 'Dire pourquoi quelqu’un manque',
          outcome: 'not_now',
          why: 'La raison d’une absence regarde la personne et sa hiérarchie, pas toute l’équipe devant la borne. On cherche une autre façon de prévenir.',
        },
      ],
    },
  }),
]
