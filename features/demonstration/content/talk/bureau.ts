import type { Talk } from './talk.ts'

export const bureau: Talk = {
  spaces: ['nantes', 'tempo', 'reglages', 'securite'],
  machines: [
    'le tableau des plans',
    'le nuancier',
    'l’outil de devis',
    'la base articles',
    'le relevé de chantier',
    'l’imprimante grand format',
  ],
  pieces: [
    'les menuiseries cintrées',
    'les fiches techniques',
    'les demandes d’achat',
    'les entretiens',
    'les plans d’escalier',
    'les écarts de stock',
  ],
  moments: [
    {
      says: 'Mise à jour de {machine} terminée à {hour}, {many} lignes relues avec {name}.',
      adds: [
        'On a supprimé {n} colonnes que tout le monde remplissait et que personne ne lisait.',
        '{machine_cap} prévient maintenant {minutes} minutes avant, au lieu d’après.',
        'La relecture à deux a trouvé {n} coquilles, dont une sur mon propre nom.',
      ],
      hears: [
        'Les {n} colonnes ne manqueront à personne, sauf à {name} peut-être.',
        'Relu à {hour}, une seule remarque : c’est clair.',
      ],
    },
    {
      says: 'La demande {ref} a mis {n} jours à faire le tour des bureaux, on a raccourci le chemin.',
      adds: [
        'On a supprimé {n} colonnes que tout le monde remplissait et que personne ne lisait.',
        'Il suffisait de demander à {name}, qui le fait depuis {n} ans.',
      ],
      hears: ['La {ref} en {n} jours, je n’y croyais pas.', 'On a vu la différence à l’atelier dès {hour}.'],
    },
    {
      says: 'Revue de {pieces} ce matin : {n} décisions, {minutes} minutes, personne n’est resté assis.',
      adds: [
        'L’atelier avait raison depuis le début, on l’a écrit noir sur blanc.',
        'On garde une trace de chaque choix, une ligne, pas plus.',
      ],
      hears: [
        'Relu à {hour}, une seule remarque : c’est clair.',
        'Viens plus souvent à {other}, on a des chaises.',
      ],
    },
    {
      says: '{name} a retrouvé d’où venait l’écart de la {ref} : une virgule, à {hour}.',
      adds: [
        'Il suffisait de demander à {name}, qui le fait depuis {n} ans.',
        'La relecture à deux a trouvé {n} coquilles, dont une sur mon propre nom.',
      ],
      hears: [
        'Relu à {hour}, une seule remarque : c’est clair.',
        'On a vu la différence à l’atelier dès {hour}.',
      ],
    },
    {
      says: 'J’ai passé la matinée à {other} pour comprendre {pieces}, et j’ai changé d’avis {n} fois.',
      adds: [
        'L’atelier avait raison depuis le début, on l’a écrit noir sur blanc.',
        'On garde une trace de chaque choix, une ligne, pas plus.',
      ],
      hears: [
        'Viens plus souvent à {other}, on a des chaises.',
        'On a vu la différence à l’atelier dès {hour}.',
      ],
    },
    {
      says: 'Le dossier {ref} est parti à {hour}, avec un dessin à la main en première page.',
      adds: ['La relecture à deux a trouvé {n} coquilles, dont une sur mon propre nom.'],
      hears: [
        'Relu à {hour}, une seule remarque : c’est clair.',
        'La {ref} en {n} jours, je n’y croyais pas.',
      ],
    },
  ],
  closings: [
    'Si un champ vous manque, dites-le avant {day}, après on le grave.',
    'Essai à {other} {day} à {hour}, retours francs attendus.',
    'La fiche {ref} est ouverte à la correction jusqu’à {hour}.',
    'Je passe dans les ateliers {day} avec {name} et un carnet.',
    'Prochaine étape : faire pareil pour {pieces}.',
  ],
  asks: [
    {
      title: 'Qui utilise encore la colonne {n} de {machine} ?',
      text: 'Je voudrais la retirer {day}, elle est vide sur {many} lignes.',
      answers: [
        'Personne depuis {n} mois, mais garde une copie, {name} changera d’avis.',
        'On en a besoin une fois l’an pour {pieces}, cache-la plutôt.',
      ],
      thanks: 'Copie faite, colonne partie à {hour}.',
    },
    {
      title: 'Quel délai annoncer pour la {ref} ?',
      text: '{name} dit {n} semaines, {machine} dit le double, le client dit hier.',
      answers: ['Annonce {n} semaines et tiens-les, l’atelier de {other} a confirmé à {hour}.'],
      thanks: 'Annoncé, accepté, et avec {n} jours d’avance.',
    },
  ],
}
