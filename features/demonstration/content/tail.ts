import type { Trade } from './departments.ts'
import { assemblage } from './talk/assemblage.ts'
import { bureau } from './talk/bureau.ts'
import { clients } from './talk/clients.ts'
import { finition } from './talk/finition.ts'
import { pose } from './talk/pose.ts'
import { quai } from './talk/quai.ts'
import { scierie } from './talk/scierie.ts'
import { usinage } from './talk/usinage.ts'
import type { Talk } from './talk/talk.ts'

export const talk: Record<Trade, Talk> = {
  usinage,
  assemblage,
  finition,
  scierie,
  quai,
  pose,
  bureau,
  clients,
}

export const days = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi'] as const

/** Said by anyone, about anything, with a detail that makes it theirs. */
export const anyReplies: readonly string[] = [
  'Lu à {hour} entre deux séries, ça fait du bien.',
  'Je transmets à {name}, qui se posait la question {day}.',
  'Pareil à {other}, on croyait être les seuls.',
  'Ça mérite {minutes} minutes au prochain point, je l’ajoute.',
  'Bien vu, et bien raconté, dit {name} par-dessus mon épaule.',
  'On en reparle {day} à la pause de {hour} ?',
  'À garder sous le coude pour les {n} qui arrivent.',
  'Chez nous il aura fallu {n} essais, donc respect.',
  'Je l’imprime pour le tableau, {name} lit mieux sur papier.',
  'Tu peux mettre une photo ? {name} ne croit que les photos, surtout à {hour}.',
  'Noté, testé {day}, je dirai ce que ça donne.',
  'Merci d’avoir pris {minutes} minutes pour l’écrire.',
  '{name} vient de me lire ça à voix haute depuis l’autre bout de l’atelier.',
  'À {other}, on ferait l’inverse, et on aurait tort {n} fois sur dix.',
  'Ça vaut bien les {minutes} minutes que j’ai passées à chercher la même chose.',
  'On a perdu {many} euros et un samedi pour l’apprendre, merci de le dire.',
  'Et dire que {name} le fait comme ça depuis {n} ans sans le raconter.',
  'Je garde la page ouverte pour l’équipe de {hour}.',
  'Question bête d’un voisin de {other} : ça marche aussi quand il fait froid ?',
  'Vu de {other}, ça donne envie de venir {day}.',
  'On a souri à {n} autour du même téléphone.',
  'Si tu repasses par {other}, {name} t’offre le café de {hour}.',
  'J’ai relu deux fois, et {name} a quand même dû m’expliquer.',
  'Ça m’intéresse pour {day}, je peux venir regarder ?',
  'Tu devrais le montrer {day} à la relève, c’est plus clair que la fiche.',
  'Ici {name} parie sur {minutes} minutes, moi sur le double.',
  'Je m’en souviendrai {day} vers {hour}, quand ça m’arrivera.',
  'Enfin une explication que {name} et moi comprenons pareil.',
  'Même symptôme {day}, autre cause : un câble pincé près du poste {n}.',
  'Pour info, à {other} on compte {many} pièces dans le même temps.',
  'La prochaine fois, appelle à {hour}, je monte avec toi.',
  'C’est le genre de détail que {name} cherchait pour ses {n} apprentis.',
  'Je l’ai dit à la cantine, {n} personnes ont sorti un carnet.',
  'Rien à ajouter, sinon que {name} a l’air content depuis {hour}.',
  'Tiens, {other} et nous avons donc le même souci à {minutes} minutes près.',
  'On l’affiche jusqu’à {day}, après il y a les menus.',
  'Ça, c’est du {day} comme je les aime.',
  'À {hour} j’en doutais encore, à la pause je signais.',
  'Bonne nouvelle pour les {many} qui suivent.',
  '{name} dit que ça lui rappelle l’hiver d’il y a {n} ans.',
]
