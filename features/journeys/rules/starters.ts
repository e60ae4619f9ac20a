import type { Language } from '#platform/contract/schema.ts'

export const THEMES = ['learned', 'gesture', 'question', 'people', 'stuck', 'place'] as const
export type Theme = (typeof THEMES)[number]

/** Sentences to begin with, left open at the end: one goes on in one's own words. */
export const STARTERS: Record<Theme, Record<Language, readonly string[]>> = {
  learned: {
    fr: [
      'Cette semaine, quelqu’un m’a montré comment ',
      'J’ai mis trois essais avant de réussir à ',
      'Il y a un mois je ne savais pas que l’on pouvait ',
    ],
    en: [
      'This week somebody showed me how to ',
      'It took me three goes to manage to ',
      'A month ago I did not know one could ',
    ],
  },
  gesture: {
    fr: [
      'Le matin, avant de commencer, je ',
      'Depuis que je fais ça dans cet ordre, je ',
      'On me demande souvent comment je fais pour ',
    ],
    en: [
      'In the morning, before I start, I ',
      'Since I have been doing it in this order, I ',
      'People often ask me how I manage to ',
    ],
  },
  question: {
    fr: [
      'La question que je n’ose pas poser : ',
      'Chez vous, comment faites-vous quand ',
      'Est-ce que quelqu’un a déjà réussi à ',
    ],
    en: [
      'The question I dare not ask: ',
      'How do you do it, where you are, when ',
      'Has anybody ever managed to ',
    ],
  },
  people: {
    fr: [
      'Je voudrais remercier la personne qui, mardi, ',
      'Dans mon équipe, c’est toujours la même personne qui ',
      'La meilleure idée de la semaine n’est pas de moi : ',
    ],
    en: [
      'I would like to thank whoever, on Tuesday, ',
      'In my team it is always the same person who ',
      'The best idea of the week is not mine: ',
    ],
  },
  stuck: {
    fr: [
      'Ce qui m’a fait perdre une heure hier : ',
      'On a contourné le problème, mais il revient chaque fois que ',
      'Je ne comprends toujours pas pourquoi il faut ',
    ],
    en: [
      'What cost me an hour yesterday: ',
      'We got around the problem, but it comes back whenever ',
      'I still do not understand why we have to ',
    ],
  },
  place: {
    fr: [
      'Mon poste, en une photo. À gauche, ',
      'Si vous passez par notre atelier, allez voir ',
      'L’endroit du site où tout se dit, c’est ',
    ],
    en: [
      'Where I work, in one photo. On the left, ',
      'If you come by our workshop, go and see ',
      'The spot on our site where everything gets said is ',
    ],
  },
}
