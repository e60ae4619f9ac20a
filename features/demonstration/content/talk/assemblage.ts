import type { Talk } from './talk.ts'

export const assemblage: Talk = {
  spaces: ['cholet', 'castres', 'tempo', 'reglages'],
  machines: [
    'la presse 1',
    'la presse cadreuse',
    'le poste 7',
    'le poste 12',
    'la table de vitrage',
    'le banc de ferrage',
    'la ligne B',
    'le poste de collage',
  ],
  pieces: [
    'les deux vantaux',
    'les châssis fixes',
    'les portes-fenêtres',
    'les coulissants',
    'les marches collées',
    'les crémones',
    'les joints gris',
    'les parcloses',
  ],
  moments: [
    {
      says: '{many} châssis montés avant {hour}, commande {ref}, et pas une parclose sifflée.',
      adds: [
        'Le poste d’avant prépare, celui d’après dit merci, et on gagne {minutes} minutes par heure.',
        'Le contrôle a compté {n} petites rayures, toutes au même endroit, donc un seul coupable : le rail.',
      ],
      hears: [
        'Belle série, la {ref} était connue pour mordre.',
        'On l’a vue passer à l’emballage à {hour}, rien à redire.',
      ],
    },
    {
      says: 'Le gabarit de {machine} a été refait par {name} dans une chute de hêtre.',
      adds: ['Tout est dessiné au mur, on lit sans parler, même à {hour}.'],
      hears: [
        'Je prends l’idée pour {machine}, avec {name} {day}.',
        'Le coup des {n} centimètres, on devrait le faire aussi à {other}.',
      ],
    },
    {
      says: 'On a réorganisé {machine} : tout ce qui sert à {pieces} est à portée de main, depuis {hour}.',
      adds: [
        'Il fallait déplacer le bac de {n} centimètres, on en parlait depuis le printemps.',
        'Le poste d’avant prépare, celui d’après dit merci, et on gagne {minutes} minutes par heure.',
        'Tout est dessiné au mur, on lit sans parler, même à {hour}.',
      ],
      hears: [
        'Le coup des {n} centimètres, on devrait le faire aussi à {other}.',
        'Tu as mesuré le gain ? Ici on serait plutôt à {minutes} minutes.',
      ],
    },
    {
      says: 'Premier vantail cintré de la série {ref} vitré à {hour}, en retenant notre souffle.',
      adds: [
        'On garde {n} minutes de presse de plus tant que l’atelier reste frais.',
        'Les visseuses sont enfin réglées au même couple, {name} a fait le tour à {hour}.',
      ],
      hears: [
        'À {hour} j’étais encore en train de chercher mes gants, bravo.',
        'On l’a vue passer à l’emballage à {hour}, rien à redire.',
      ],
    },
    {
      says: 'Manque de {pieces} à {hour}, on a tourné sur la {ref} en attendant.',
      adds: ['Le poste d’avant prépare, celui d’après dit merci, et on gagne {minutes} minutes par heure.'],
      hears: [
        'À {hour} j’étais encore en train de chercher mes gants, bravo.',
        'Tu as mesuré le gain ? Ici on serait plutôt à {minutes} minutes.',
      ],
    },
    {
      says: '{name} a fini sa formation sur {machine} : {many} unités, {n} reprises.',
      adds: [
        'Les visseuses sont enfin réglées au même couple, {name} a fait le tour à {hour}.',
        'Tout est dessiné au mur, on lit sans parler, même à {hour}.',
      ],
      hears: [
        'À {hour} j’étais encore en train de chercher mes gants, bravo.',
        'Belle série, la {ref} était connue pour mordre.',
      ],
    },
    {
      says: 'La commande {ref} partait avec {pieces} du mauvais côté, vue à {hour} par le dernier poste.',
      adds: ['Tout est dessiné au mur, on lit sans parler, même à {hour}.'],
      hears: [
        'Belle série, la {ref} était connue pour mordre.',
        'On l’a vue passer à l’emballage à {hour}, rien à redire.',
      ],
    },
  ],
  closings: [
    'Il reste {n} unités à finir {day}, le plus dur est derrière.',
    'Qui veut voir le gabarit passe au {n}, il est attaché, on se méfie.',
    'L’expédition a reçu la dernière à {hour}, et {name} souriait.',
    'On note la référence {ref} comme exemple à montrer aux prochains apprentis.',
    'On refait le point {day}, debout, {minutes} minutes.',
    'Ceux de {other} ont le même poste, je leur envoie la photo.',
  ],
  asks: [
    {
      title: 'Quel couple de serrage sur {pieces}, référence {ref} ?',
      text: 'La fiche dit une chose, la visseuse de {machine} en dit une autre, à {n} crans près.',
      answers: [
        'Cran {n} pour le chêne, un de moins pour le pin, c’est collé sous {machine}.',
        'On a gardé l’ancienne valeur sur la {ref}, sans souci depuis {day}.',
      ],
      thanks: 'Noté au mur avec ton nom et l’heure : {hour}.',
    },
    {
      title: 'Combien de temps sous presse pour {pieces} ce matin ?',
      text: 'Il fait frais depuis {hour} et la {ref} me paraît molle au démoulage.',
      answers: ['{minutes} minutes tant qu’on est sous les 16 °C, et on vérifie un angle sur {n}.'],
      thanks: 'Angle vérifié à {hour}, ça ne bouge plus.',
    },
    {
      title: 'Où sont passés les tasseaux de {machine} ?',
      text: 'Il y en avait {n} à {hour}, j’en retrouve la moitié.',
      answers: ['Dans l’armoire de {name}, étagère {n}, derrière les sangles.'],
      thanks: 'Retrouvés, comptés : il en manque {n}, les plus moches.',
    },
  ],
}
