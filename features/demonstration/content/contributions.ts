import type { Outside } from '#features/contributions/rules/kinds.ts'
import { frenchSpacing } from '../rules/typography.ts'

const told = (what: Outside, words: string, people: number | null = null) => ({
  what,
  words: frenchSpacing(words),
  people,
})

/** What ambassadors did away from the screen, in their words. */
export const outside: readonly { what: Outside; words: string; people: number | null }[] = [
  told('demo', 'Montré à la reprise comment photographier un défaut et le poster.', 9),
  told('demo', 'Tour de l’application avec l’équipe de l’après-midi, sur mon téléphone.', 12),
  told('demo', 'Présenté la recherche aux deux apprentis.', 2),
  told('demo', 'Démonstration au quart d’heure sécurité : où trouver la fiche machine.', 14),
  told('demo', 'Fait voir aux préparateurs comment poser une question avec une photo.', 6),
  told('demo', 'Montré les bonnes pratiques de Castres à l’équipe des escaliers.', 8),
  told('workshop', 'Une heure avec les méthodes pour trier les astuces de réglage.', 5),
  told('workshop', 'Atelier « du problème au geste » avec la finition.', 7),
  told('workshop', 'Écrit à plusieurs la marche à suivre pour les retours de chantier.', 4),
  told('workshop', 'Repris les questions du trimestre avec le bureau d’études.', 6),
  told('workshop', 'Matinée avec la logistique pour nommer les quais comme tout le monde.', 5),
  told('help', 'Aidé un collègue sans e-mail à entrer avec son code.', 1),
  told('help', 'Repris avec Jeanine son premier message, elle a osé l’envoyer.', 1),
  told('help', 'Réinstallé l’application sur la tablette du contrôle.'),
  told('help', 'Répondu au téléphone à un poseur bloqué devant une huisserie.', 1),
  told('help', 'Expliqué les notifications à ceux qui en recevaient trop.', 3),
  told('help', 'Accompagné une intérimaire pour sa première question.', 1),
  told('help', 'Retrouvé la photo d’un réglage d’il y a deux ans pour le vitrage.'),
  told('talk', 'Cinq minutes au point du lundi sur ce qui est sorti de la communauté.', 18),
  told('talk', 'Lu en réunion les trois idées retenues par l’équipe projet.', 11),
  told('talk', 'Parlé de Tempo au comité du site.', 15),
  told('talk', 'Raconté au nouveau chef d’équipe à quoi sert le rôle.', 1),
  told('talk', 'Rappelé au casse-croûte que la charte interdit les photos de clients.', 10),
  told('training', 'Formé deux relais de l’équipe de nuit.', 2),
  told('training', 'Une demi-heure de prise en main avec les arrivants du mois.', 4),
  told('training', 'Montré pas à pas le suivi sans papier aux conducteurs de ligne.', 5),
  told('training', 'Repris les bases avec les tuteurs d’apprentis.', 6),
  told('other', 'Affiché le QR de la communauté au vestiaire et à la cantine.'),
  told('other', 'Pris en photo l’avant et l’après du chariot de colles.'),
  told('other', 'Fait le lien entre Valence et Cholet pour les palettes consignées.'),
  told('other', 'Recueilli les questions de la table du midi.', 7),
  told('other', 'Testé la borne de l’entrée et noté ce qui coinçait.'),
  told('other', 'Traduit l’astuce du coin coupé pour les collègues de l’export.'),
  told('other', 'Rangé la boîte à idées papier : vingt-deux bulletins reportés.'),
]

export const peerWords: readonly string[] = [
  'J’y étais, c’était clair.',
  'Oui, mon équipe en parle encore.',
  'Confirmé, merci à toi.',
  '',
  '',
  '',
]

export const notes = {
  postponed: frenchSpacing('L’inventaire l’occupe jusqu’à la fin du mois, on en reparle après.'),
  setAside: frenchSpacing('On s’est parlé à la machine à café : tout va bien, le mois était chargé.'),
  settled: frenchSpacing('Échange tenu au téléphone. On garde le rôle tel quel.'),
}

export const answers = {
  pause: frenchSpacing(
    'Ma fille entre à l’école et je change d’horaires. Deux mois de pause m’iraient bien.',
  ),
  yes: frenchSpacing('Merci de demander. Le café avec les arrivants, ça me va.'),
  talk: frenchSpacing('Volontiers, j’ai deux ou trois choses à te dire.'),
  thanks: frenchSpacing('C’était une belle année. À bientôt sur le quai.'),
  paused: frenchSpacing('Oui, ça me soulage.'),
}

export const objection = frenchSpacing('Je préfère qu’on en parle de vive voix, sans suivi écrit.')

/** What the talk does not hold and was done in Élan all the same: tried, taken on, answered. */
export const done: Readonly<Record<'test' | 'mission' | 'answer', readonly string[]>> = {
  test: [
    'Essayer le suivi des outils coupés',
    'La fiche machine au bout d’un QR code',
    'Photographier un défaut avec des gants',
    'Le nouveau tri des questions',
    'Pointer une pause sans quitter la page',
    'La recherche quand on fait une faute',
    'Prévenir l’équipe d’après depuis le poste',
    'Le plan de coupe sur la tablette du chariot',
    'Dicter un message dans le bruit de l’atelier',
  ],
  mission: [
    'Raconter un geste trouvé à ton poste',
    'Faire le tour de la halle avec une arrivée',
    'Le portrait de quelqu’un qui aide sans qu’on le voie',
    'Trois photos d’un rangement qui tient',
    'Recueillir ce que l’équipe de nuit ne trouve pas',
    'Expliquer un mot de métier à quelqu’un d’un autre site',
  ],
  answer: [
    'Quelle colle pour un panneau qui a pris l’humidité ?',
    'Comment poser un vantail seul sans le rayer ?',
    'Où est passée la fiche de réglage de la toupie ?',
    'Le lecteur de badges refuse les gants, c’est normal ?',
    'Qui a déjà cintré du frêne de plus de trente millimètres ?',
    'On garde les chutes de placage jusqu’à quelle largeur ?',
  ],
}
