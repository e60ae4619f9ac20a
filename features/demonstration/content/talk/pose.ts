import type { Talk } from './talk.ts'

export const pose: Talk = {
  spaces: ['chantier', 'tempo', 'securite'],
  machines: [
    'la nacelle',
    'le monte-charge',
    'l’échafaudage roulant',
    'le palonnier à ventouses',
    'la camionnette 8',
    'la camionnette 3',
  ],
  pieces: [
    'les baies du salon',
    'les lucarnes',
    'les fenêtres du premier',
    'l’escalier quart tournant',
    'les volets',
    'la porte d’entrée',
    'les fenêtres de l’école',
  ],
  moments: [
    {
      says: 'Chantier {ref} fini à {hour} : {pieces} en place, client content, chien méfiant.',
      adds: [
        'Le client a fait le café à {hour} et la circulation toute la matinée.',
        'On a protégé l’escalier avec de la moquette, rien n’a bougé.',
      ],
      hears: [
        'Le {ref}, j’y étais en repérage, bravo pour les {n} centimètres.',
        'On vous rejoint {day} si la camionnette veut bien.',
      ],
    },
    {
      says: 'Mur d’équerre à {n} centimètres près, on a tout repris au laser avant de poser {pieces}.',
      adds: ['Deux mesures du relevé étaient inversées, {name} l’a vu avant de percer.'],
      hears: [
        'Le {ref}, j’y étais en repérage, bravo pour les {n} centimètres.',
        'Gardez la cale taillée, {name} en fait collection.',
      ],
    },
    {
      says: '{name} a tenu {pieces} à bout de bras pendant {minutes} minutes, on lui doit un sandwich.',
      adds: ['Pas de place pour {machine}, on a monté en trois fois par la cour.'],
      hears: [
        'Gardez la cale taillée, {name} en fait collection.',
        'Ici il faisait beau, on a eu honte pendant {minutes} minutes.',
      ],
    },
    {
      says: 'Pluie à partir de {hour}, on a fini l’intérieur du dossier {ref} et bâché le reste.',
      adds: ['On a protégé l’escalier avec de la moquette, rien n’a bougé.'],
      hears: [
        'Ici il faisait beau, on a eu honte pendant {minutes} minutes.',
        'Le dépôt a la moquette prête dès {hour}.',
      ],
    },
    {
      says: 'Livraison au pied du chantier {ref} à {hour}, le camion était là avant nous.',
      adds: ['Pas de place pour {machine}, on a monté en trois fois par la cour.'],
      hears: [
        'Le dépôt a la moquette prête dès {hour}.',
        'On vous rejoint {day} si la camionnette veut bien.',
      ],
    },
    {
      says: 'Dépose de {many} châssis dans la journée avec {name}, du bois d’avant-guerre.',
      adds: ['Les voisins ont compté {many} allers-retours, nous aussi.'],
      hears: [
        'Ici il faisait beau, on a eu honte pendant {minutes} minutes.',
        'On vous rejoint {day} si la camionnette veut bien.',
      ],
    },
  ],
  closings: [
    'Reste les joints {day}, {minutes} minutes à deux.',
    'La caisse type est revenue pleine au dépôt, {name} peut vérifier.',
    'Photo dans la fiche {ref}, avec la flèche pour se garer.',
    'On enchaîne {day} à {hour}, même rue, autre numéro, même chien.',
    'La cliente a demandé les prénoms de l’atelier, on a donné celui de {other}.',
  ],
  asks: [
    {
      title: 'Comment vous étanchez {pieces} sur pierre irrégulière ?',
      text: 'Il y a {n} centimètres de creux au dossier {ref}, j’y retourne à {hour}.',
      answers: [
        'Bande précomprimée large, puis mortier à la langue de chat, on l’a fait pour {pieces} chez {name}.',
      ],
      thanks: 'Étanche sous le jet à {hour}.',
    },
    {
      title: 'Qui a une clé pour le local du chantier {ref} ?',
      text: 'On arrive à {hour} avec {machine}, et personne ne répond.',
      answers: [
        'Boîte à code à gauche du portail, {n} chiffres, je te les donne de vive voix.',
        'Passe par la cour, {name} ouvre à {hour}.',
      ],
      thanks: 'Entrés à {hour}, le chien aussi.',
    },
  ],
}
