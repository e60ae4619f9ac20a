import type { Talk } from './talk.ts'

export const scierie: Talk = {
  spaces: ['champagnole', 'tempo', 'reglages'],
  machines: [
    'le séchoir 1',
    'le séchoir 2',
    'le séchoir 3',
    'la scie de tête',
    'la déligneuse',
    'l’écorceuse',
    'le trieur',
  ],
  pieces: [
    'l’épicéa',
    'le mélèze',
    'le chêne du plateau',
    'le frêne',
    'les plots de 54',
    'les carrelets de 72',
  ],
  moments: [
    {
      says: 'Lot {ref} sorti de {machine} à {hour} : {n} pièces fendues sur {many}, le meilleur score du trimestre.',
      adds: [
        'Humidité à cœur : {n} points sous la consigne, on peut respirer.',
        'On a tourné les piles à {hour} pour que le côté route sèche comme le côté bois.',
      ],
      hears: [
        'Le {ref} nous arrive {day}, on lui prépare un coin au sec.',
        '{n} fentes sur {many}, je signe tous les jours.',
      ],
    },
    {
      says: 'Arrivage au petit jour : {pieces}, {many} mètres cubes, droits comme des cierges.',
      adds: [
        'La parcelle donne sur le nord, ça se voit au grain serré.',
        'Une bille sur {many} avait une pierre dedans, l’écorceuse l’a dit très fort.',
      ],
      hears: [
        'Beau travail, {name} va vouloir l’année de coupe.',
        'À {hour} il gelait encore ici, vous avez de la chance.',
      ],
    },
    {
      says: '{name} a classé {many} planches avant {hour} sans s’asseoir.',
      adds: ['On garde les {n} plus belles pour les portes, les autres feront d’honnêtes montants.'],
      hears: [
        'Beau travail, {name} va vouloir l’année de coupe.',
        'Le {ref} nous arrive {day}, on lui prépare un coin au sec.',
      ],
    },
    {
      says: 'Lame changée sur {machine} à {hour}, on a entendu la différence depuis le parc.',
      adds: ['Une bille sur {many} avait une pierre dedans, l’écorceuse l’a dit très fort.'],
      hears: [
        'À {hour} il gelait encore ici, vous avez de la chance.',
        'Beau travail, {name} va vouloir l’année de coupe.',
      ],
    },
    {
      says: 'Le lot {ref} ({pieces}) attendait depuis {n} semaines, il passe enfin.',
      adds: [
        'Humidité à cœur : {n} points sous la consigne, on peut respirer.',
        'On garde les {n} plus belles pour les portes, les autres feront d’honnêtes montants.',
      ],
      hears: [
        'Le {ref} nous arrive {day}, on lui prépare un coin au sec.',
        'Gardez-nous un bout avec l’écorce pour l’accueil de {other}.',
      ],
    },
    {
      says: 'Séchoir vidé, balayé, rechargé en {minutes} minutes avec {pieces}, lot {ref}.',
      adds: [
        'On a tourné les piles à {hour} pour que le côté route sèche comme le côté bois.',
        'Les écarteurs étaient trop fins, {name} en a refait {many}.',
      ],
      hears: [
        'Le {ref} nous arrive {day}, on lui prépare un coin au sec.',
        'Beau travail, {name} va vouloir l’année de coupe.',
      ],
    },
  ],
  closings: [
    'Prochain chargement {day} à {hour}, il faut deux bras de plus.',
    'L’usinage de {other} les attend, je leur envoie la fiche {ref}.',
    'Si quelqu’un veut sentir la résine fraîche, c’est avant {hour}.',
    'On a fêté ça avec le saucisson apporté par {name}, au bord du parc.',
    'La courbe est affichée à la porte du séchoir, commentaires bienvenus.',
  ],
  asks: [
    {
      title: 'Quelle consigne de départ au séchoir pour {pieces} ?',
      text: 'Le lot {ref} arrive à {hour}, très vert, et je ne veux pas le brusquer.',
      answers: [
        'Pars à 38 °C et monte de {n} degrés par jour, {name} a la courbe de l’an dernier.',
        'Tiens {n} jours à consigne basse, tu les gagnes après.',
      ],
      thanks: 'Chargé à {hour}, courbe sage.',
    },
    {
      title: 'Qui a vu les écarteurs du lot {ref} ?',
      text: 'Il en manque {many}, {machine} attend depuis {minutes} minutes.',
      answers: ['Sous la bâche du fond, côté route, on les a rangés à {hour}.'],
      thanks: 'Retrouvés, avec {n} champignons, on garde les écarteurs.',
    },
  ],
}
