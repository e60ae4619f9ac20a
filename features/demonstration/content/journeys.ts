/** Times that Thomas offers for calls: days from today and the hour, and who took them. */
export const callsOffered: readonly { days: number; minutes: number; taken?: 'next' }[] = [
  { days: 2, minutes: 10 * 60, taken: 'next' },
  { days: 3, minutes: 11 * 60 + 30 },
  { days: 5, minutes: 14 * 60 },
  { days: 8, minutes: 9 * 60 + 30 },
]

export const callPlace = 'Par téléphone, je t’appelle'

/** What two people kept of a call that took place. */
export const callNotes: readonly { by: 'lead' | 'ambassador'; text: string }[] = [
  {
    by: 'lead',
    text: 'Le plus dur pour le moment : les chantiers sans réseau. Regarder ce que fait l’équipe de Valence avec le mode hors ligne.',
  },
  { by: 'ambassador', text: 'À retenir : deux gestes par mois, et le droit de dire que ça coince.' },
]

/** A first message on its way, shown to a buddy alone. */
export const draftInProgress = {
  theme: 'learned',
  body: 'Cette semaine sur le chantier de Melun, j’ai posé le garde-corps avant les marches. Une heure gagnée, et plus personne ne se penche dans le vide. Et vous, vous commencez par quoi ?',
  frame: {
    worry: 'On posait les marches d’abord, et il fallait se pencher pour fixer le garde-corps.',
    gesture: 'J’ai inversé l’ordre, avec deux serre-joints.',
    gain: 'Une heure de moins, et le dos tranquille.',
  },
  words: [
    'J’ai envie de lire la suite dès « plus personne ne se penche dans le vide ». Je mettrais cette phrase en premier.',
  ],
} as const

export const charterChanges = {
  pilot: 'Ce qu’on attend des ambassadeurs, et leur droit de passer la main sans se justifier.',
  launch: 'La charte en quelques phrases, en tête du texte. Rien d’autre ne change.',
} as const
