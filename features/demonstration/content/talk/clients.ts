import type { Talk } from './talk.ts'

export const clients: Talk = {
  spaces: ['nantes', 'chantier', 'tempo'],
  machines: [
    'le standard',
    'le suivi des appels',
    'la boîte des réclamations',
    'le salon d’exposition',
    'le planning des visites',
  ],
  pieces: [
    'les réglages à distance',
    'les devis en attente',
    'les joints à changer',
    'les visites du samedi',
    'les pièces détachées',
  ],
  moments: [
    {
      says: 'Appel de {hour} : une porte qui siffle, résolue au téléphone en {minutes} minutes.',
      adds: [
        'On demande d’abord d’ouvrir la fenêtre pendant l’appel, ça évite un déplacement sur {n}.',
        '{name} a traduit le jargon en cinq mots, le client a ri.',
      ],
      hears: [
        '{minutes} minutes au téléphone, {n} heures de route en moins.',
        'Je note la phrase de {name} pour le standard.',
      ],
    },
    {
      says: '{many} appels aujourd’hui, dont {n} pour dire merci, {name} garde les numéros.',
      adds: ['Le poseur de {other} a laissé son prénom, les gens adorent.'],
      hears: [
        'Ici on a eu l’inverse à {hour} : merci d’abord, le souci ensuite.',
        'Je note la phrase de {name} pour le standard.',
      ],
    },
    {
      says: 'Le dossier {ref} est clos : la cliente a envoyé une photo de sa fenêtre avec un chat dessus.',
      adds: ['Le poseur de {other} a laissé son prénom, les gens adorent.'],
      hears: [
        'Le chat sur la fenêtre, c’est notre meilleure publicité, dossier {ref} pour toujours.',
        'Je note la phrase de {name} pour le standard.',
      ],
    },
    {
      says: 'Point sur {pieces} avec {name} : il en reste {n}, contre {many} au début du mois.',
      adds: ['Le technicien passe {day}, avec la bonne pièce cette fois.'],
      hears: ['On vous prépare la pièce pour {day}.', 'Je note la phrase de {name} pour le standard.'],
    },
    {
      says: 'Un architecte est passé à {hour} au salon, il est reparti avec un échantillon et la {ref}.',
      adds: ['{name} a traduit le jargon en cinq mots, le client a ri.'],
      hears: ['Je note la phrase de {name} pour le standard.', 'On vous prépare la pièce pour {day}.'],
    },
    {
      says: 'Rappelé {n} clients avant {hour} pour {pieces}, tous surpris, un seul fâché.',
      adds: [
        'On demande d’abord d’ouvrir la fenêtre pendant l’appel, ça évite un déplacement sur {n}.',
        'Le technicien passe {day}, avec la bonne pièce cette fois.',
      ],
      hears: [
        'Ici on a eu l’inverse à {hour} : merci d’abord, le souci ensuite.',
        'On vous prépare la pièce pour {day}.',
      ],
    },
  ],
  closings: [
    'Si vous avez une phrase simple pour expliquer ça, je prends avant {day}.',
    'La fiche {ref} est à jour, avec les mots du client.',
    'Merci à l’atelier de {other} pour la réponse en {minutes} minutes.',
    'On compare nos appels {day} à {hour}, avec des gâteaux.',
    'Il en reste {n} pour demain, et un bon casque.',
  ],
  asks: [
    {
      title: 'Que répondre pour un délai dépassé sur la {ref} ?',
      text: 'Le client rappelle à {hour}, il est patient mais plus pour longtemps.',
      answers: ['Dis la vérité : elle sort {day}, {name} te donne l’heure à la minute.'],
      thanks: 'Dit à {hour}, bien reçu, il a même remercié.',
    },
    {
      title: 'Quelle pièce remplace la {ref} ?',
      text: 'Elle n’existe plus depuis {n} ans, et la fenêtre va très bien.',
      answers: [
        'Prends la suivante au catalogue, même entraxe, il faut une vis de {n} de plus.',
        'On en a {n} au dépôt de {other}, je t’en mets une de côté.',
      ],
      thanks: 'Montée par {name} {day}, elle ferme mieux qu’avant.',
    },
  ],
}
