import type { Talk } from './talk.ts'

export const quai: Talk = {
  spaces: ['valence', 'tempo', 'nuit', 'cholet'],
  machines: [
    'la filmeuse',
    'le chariot latéral',
    'la cercleuse',
    'le pont bascule',
    'la navette',
    'le transpalette 3',
  ],
  pieces: [
    'les rampes',
    'les palettes doubles',
    'les vitrages',
    'les volets',
    'les seuils',
    'les cartons de quincaillerie',
    'les portes d’entrée',
  ],
  moments: [
    {
      says: '{many} palettes parties avant {hour}, dont la {ref} qui attendait depuis {n} jours.',
      adds: [
        'On a gagné {minutes} minutes en préparant les cales la veille.',
        'Il restait {n} places, elles sont parties avec des cornières et un clin d’œil.',
      ],
      hears: [
        '{minutes} minutes de mieux qu’hier, je le colle au tableau.',
        'La {ref} m’aura suivi toute la semaine, adieu.',
        'Chapeau pour les {many}, ici on en était loin.',
      ],
    },
    {
      says: 'Le camion pour {other} est chargé à {hour}, {name} a trouvé les derniers centimètres.',
      adds: [
        'Le chauffeur a aidé à sangler, il repassera {day}.',
        'Il restait {n} places, elles sont parties avec des cornières et un clin d’œil.',
      ],
      hears: [
        'Bien reçu à {other}, {n} colis, tous souriants.',
        'On garde le {n} libre pour vous jusqu’à {hour}.',
      ],
    },
    {
      says: '{machine_cap} est de retour après {n} jours d’absence, on lui a fait une place propre.',
      adds: [],
      hears: [
        '{minutes} minutes de mieux qu’hier, je le colle au tableau.',
        'On garde le {n} libre pour vous jusqu’à {hour}.',
      ],
    },
    {
      says: 'Réception de {pieces} à {hour} : {many} colis, un seul bon, tout juste lisible.',
      adds: [
        'Le code de la {ref} était sous le film, on a refait l’étiquette à {hour}.',
        'On a pesé deux fois, la bascule et {name} disent pareil.',
      ],
      hears: [
        'Bien reçu à {other}, {n} colis, tous souriants.',
        'On vous prépare le plan de {day} dès {hour}.',
      ],
    },
    {
      says: 'Inventaire de l’allée {n} bouclé avec {name} : {many} lignes, un écart.',
      adds: ['On a pesé deux fois, la bascule et {name} disent pareil.'],
      hears: [
        '{minutes} minutes de mieux qu’hier, je le colle au tableau.',
        'Chapeau pour les {many}, ici on en était loin.',
      ],
    },
    {
      says: 'On a rangé {pieces} par destination, et le départ de {hour} s’est fait sans crier.',
      adds: [
        'On a gagné {minutes} minutes en préparant les cales la veille.',
        'Le vent tournait sur le parvis, on a fermé une porte sur deux.',
      ],
      hears: [
        '{minutes} minutes de mieux qu’hier, je le colle au tableau.',
        'On vous prépare le plan de {day} dès {hour}.',
      ],
    },
    {
      says: 'Retour transporteur sur la {ref} : rien de cassé, pas même le moral.',
      adds: ['Le chauffeur a aidé à sangler, il repassera {day}.'],
      hears: [
        'Bien reçu à {other}, {n} colis, tous souriants.',
        'La {ref} m’aura suivi toute la semaine, adieu.',
      ],
    },
  ],
  closings: [
    'Demain {n} départs avant {hour}, pensez à vos talkies.',
    'La photo est dans le voyage, {other} peut ouvrir sans frémir.',
    'Si quelqu’un cherche une sangle orange, elle est au {n}.',
    'On recommence {day}, avec {name} au plan et moi au thermos.',
    'Merci à la nuit pour les {many} palettes déjà filmées.',
    'Le quai est propre, on y mangerait, mais la cantine est mieux.',
  ],
  asks: [
    {
      title: 'Qui attend la commande {ref} à {other} ?',
      text: 'Elle est au {n} depuis {hour}, sans destinataire ni remords.',
      answers: [
        'C’est pour {name}, passage prévu à {hour}.',
        'Appelle le dépôt de {other}, ils la cherchent depuis {n} jours.',
      ],
      thanks: 'Partie à {hour}, dans de bonnes mains.',
    },
    {
      title: 'Comment on cale {pieces} sur un plateau court ?',
      text: 'Il me manque {n} centimètres et {machine} n’a pas d’avis.',
      answers: ['En quinconce, avec {n} cales en travers, on l’a fait sur la {ref} sans souci.'],
      thanks: 'Ça passe avec {n} millimètres de rab.',
    },
    {
      title: '{machine_cap} bipe toutes les {minutes} minutes, c’est normal ?',
      text: 'Ça a commencé à {hour}, pendant la {ref}.',
      answers: ['Batterie fatiguée, on l’échange à {hour}, prends l’autre en attendant.'],
      thanks: 'Changée, et le bip nous manque presque.',
    },
  ],
}
