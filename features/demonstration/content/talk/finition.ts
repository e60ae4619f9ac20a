import type { Talk } from './talk.ts'

export const finition: Talk = {
  spaces: ['reglages', 'champagnole', 'castres', 'tempo'],
  machines: [
    'la cabine 1',
    'la cabine 2',
    'la ponceuse large',
    'le robot de teinte',
    'la cabine nord',
    'le tunnel de séchage',
  ],
  pieces: [
    'le chêne clair',
    'les mains courantes',
    'les volets',
    'les fenêtres blanches',
    'les portes d’entrée',
    'le lot noyer',
    'les lames de bardage',
  ],
  moments: [
    {
      says: 'Teinte {ref} retrouvée au {n}e essai, à la lumière de {hour}.',
      adds: [
        'À {hour} la lumière du nord ne ment pas, à midi elle raconte n’importe quoi.',
        '{name} a proposé de poser les pièces debout, et la poussière est allée voir ailleurs.',
      ],
      hears: [
        'Ton {n}e essai, c’est mon troisième café : même combat.',
        'La {ref}, enfin, on va pouvoir répondre au téléphone.',
      ],
    },
    {
      says: 'Filtres de {machine} changés avant la série {ref}, et on a retrouvé du souffle.',
      adds: ['On a réchauffé le bac à 22 °C et baissé de {n} dixièmes de bar.'],
      hears: [
        'Je viens sentir la différence à {hour}, garde la porte fermée.',
        'À {other} l’air a {n} points de plus, on adapte.',
      ],
    },
    {
      says: 'Zéro coulure sur {pieces} du lot {ref}, {many} pièces.',
      adds: [
        'Le grain 180 suivi d’un dépoussiérage lent change tout, comptez {n} minutes de plus.',
        'On garde un échantillon daté par lot, il y en a {many} dans la boîte à chaussures.',
        '{name} a proposé de poser les pièces debout, et la poussière est allée voir ailleurs.',
      ],
      hears: [
        'Je viens sentir la différence à {hour}, garde la porte fermée.',
        'Sur {pieces} on n’ose pas encore, tu nous diras {day}.',
      ],
    },
    {
      says: 'Hygromètre à {n} de trop à {hour}, on a attendu {minutes} minutes avant de charger {machine}.',
      adds: ['Le support avait pris {n} points d’humidité pendant la nuit.'],
      hears: [
        'À {other} l’air a {n} points de plus, on adapte.',
        'Je viens sentir la différence à {hour}, garde la porte fermée.',
      ],
    },
    {
      says: '{name} a poncé {many} pièces à la main cette semaine pour la {ref}.',
      adds: ['Le grain 180 suivi d’un dépoussiérage lent change tout, comptez {n} minutes de plus.'],
      hears: [
        '{name} va encadrer l’échantillon si tu ne le reprends pas.',
        'La {ref}, enfin, on va pouvoir répondre au téléphone.',
      ],
    },
    {
      says: 'Le nouveau vernis passe bien dans {machine} : deux couches au lieu de trois sur {pieces}.',
      adds: [
        'On a réchauffé le bac à 22 °C et baissé de {n} dixièmes de bar.',
        'Le grain 180 suivi d’un dépoussiérage lent change tout, comptez {n} minutes de plus.',
      ],
      hears: [
        'Sur {pieces} on n’ose pas encore, tu nous diras {day}.',
        'À {other} l’air a {n} points de plus, on adapte.',
      ],
    },
    {
      says: 'Reprise du lot {ref} terminée à {hour}, le défaut venait d’une buse fatiguée.',
      adds: ['On garde un échantillon daté par lot, il y en a {many} dans la boîte à chaussures.'],
      hears: [
        'La {ref}, enfin, on va pouvoir répondre au téléphone.',
        '{name} va encadrer l’échantillon si tu ne le reprends pas.',
      ],
    },
  ],
  closings: [
    'Échantillon visible au bout de l’établi jusqu’à {day}, ne posez pas de café dessus.',
    'À essayer à {other}, où l’air est plus sec que nous.',
    'La fiche {ref} est à jour, signée {name} et moi.',
    'Prochaine fournée {day} à {hour}, porte fermée s’il vous plaît.',
    'On a jeté {n} chiffons et aucun pot, c’est un bon jour.',
    'Qui connaît un vernis qui aime le froid m’écrit avant {hour}.',
  ],
  asks: [
    {
      title: 'Quelle dilution pour {pieces} dans {machine} ?',
      text: 'À {n} % ça file, en dessous ça poisse, lot {ref}.',
      answers: ['{n} % pas plus, et un tamis neuf, sinon tu retrouves tout ce que le pot a vécu.'],
      thanks: 'Bonne pioche, {many} pièces sauvées.',
    },
    {
      title: 'Une marque blanche sur {pieces} après séchage, ça vient d’où ?',
      text: 'Sortie à {hour}, visible en biais, seulement sur la {ref}.',
      answers: ['C’est de l’humidité enfermée : {minutes} minutes d’attente avant la deuxième couche.'],
      thanks: 'Refait à {hour} : invisible même en biais.',
    },
    {
      title: 'Qui a refait la teinte {ref} récemment ?',
      text: 'La mienne tire sur le roux à {hour}, et je n’ai que {n} pots.',
      answers: ['Ajoute une pointe d’ombre et remélange au bout de {n} heures, {name} a noté les gouttes.'],
      thanks: 'Noté sur le couvercle, avec ton prénom et {n} gouttes.',
    },
  ],
}
