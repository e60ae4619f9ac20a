import type { Talk } from './talk.ts'

export const usinage: Talk = {
  spaces: ['reglages', 'tempo', 'cholet', 'castres', 'champagnole'],
  machines: [
    'la toupie 2',
    'le centre 4',
    'le centre 6',
    'la tenonneuse',
    'la ligne 1',
    'la ligne 3',
    'la quatre-faces',
    'la mortaiseuse',
    'la défonceuse',
  ],
  pieces: [
    'les montants',
    'les traverses basses',
    'les impostes',
    'les contremarches',
    'les petits bois',
    'les dormants',
    'les limons',
    'les seuils',
  ],
  moments: [
    {
      says: 'Changement de série bouclé en {minutes} minutes sur {machine}, pour {pieces} de la commande {ref}.',
      adds: [
        'Le chariot d’outils était prêt dès {hour}, tout le gain vient de là.',
        'La fiche annonçait {minutes} minutes de plus, elle date d’avant les nouvelles pinces.',
      ],
      hears: [
        'Tu notes {minutes} minutes, je compte {n} cafés, on est d’accord.',
        'On était à {minutes} minutes de plus la semaine passée, beau progrès.',
      ],
    },
    {
      says: '{machine_cap} a redémarré à {hour} après un roulement changé par {name}.',
      adds: ['Le secret tient dans {n} minutes de chauffe et un chiffon propre sur les appuis.'],
      hears: [
        '{machine_cap} nous fait la même tête à {other}, on prend la recette.',
        'Je passe voir à {hour}, garde-moi un témoin de la {ref}.',
      ],
    },
    {
      says: 'On a sorti {many} pièces d’affilée sur {machine} sans retoucher la butée, référence {ref}.',
      adds: [
        'Le secret tient dans {n} minutes de chauffe et un chiffon propre sur les appuis.',
        'On a repris le zéro à chaud, puis on n’y a plus touché jusqu’à {hour}.',
        'Écart mesuré à {n} centièmes, le contrôle a dit oui sans lever les yeux.',
      ],
      hears: [
        'Je passe voir à {hour}, garde-moi un témoin de la {ref}.',
        'Et sur {pieces}, ça donne quoi après {hour} ?',
      ],
    },
    {
      says: 'Ce matin {pieces} de la {ref} sortaient avec un cheveu de trop, trouvé à {hour}.',
      adds: [
        'On a repris le zéro à chaud, puis on n’y a plus touché jusqu’à {hour}.',
        'Le bois était à {n} % de trop, d’où les bords pelucheux du début.',
      ],
      hears: [
        'La {ref} m’avait coûté {n} fraises, je t’envie.',
        'Et sur {pieces}, ça donne quoi après {hour} ?',
      ],
    },
    {
      says: 'Nouvelle fraise montée sur {machine} à {hour}, passe d’essai sur {pieces}.',
      adds: [
        'Écart mesuré à {n} centièmes, le contrôle a dit oui sans lever les yeux.',
        'On a mis {n} témoins de côté pour ceux de {other} qui voudraient comparer.',
      ],
      hears: [
        'Et sur {pieces}, ça donne quoi après {hour} ?',
        'Je passe voir à {hour}, garde-moi un témoin de la {ref}.',
      ],
    },
    {
      says: '{name} m’a montré comment écouter {machine} avant de toucher au réglage, série {ref}.',
      adds: [
        'Le secret tient dans {n} minutes de chauffe et un chiffon propre sur les appuis.',
        'On a repris le zéro à chaud, puis on n’y a plus touché jusqu’à {hour}.',
      ],
      hears: [
        'Le coup du chiffon, {name} nous l’a appris il y a {n} ans.',
        'Pense à l’écrire dans la fiche, sinon {name} la réinventera {day}.',
      ],
    },
    {
      says: 'Aspiration nettoyée à fond derrière {machine} : {n} seaux de copeaux et un mètre pliant de 2 m.',
      adds: [],
      hears: [
        'Tu notes {minutes} minutes, je compte {n} cafés, on est d’accord.',
        'Je passe voir à {hour}, garde-moi un témoin de la {ref}.',
      ],
    },
    {
      says: 'La série {ref} passe enfin du premier coup, {many} pièces entre deux contrôles.',
      adds: [
        'On a repris le zéro à chaud, puis on n’y a plus touché jusqu’à {hour}.',
        'Écart mesuré à {n} centièmes, le contrôle a dit oui sans lever les yeux.',
        'La fiche annonçait {minutes} minutes de plus, elle date d’avant les nouvelles pinces.',
      ],
      hears: [
        'On était à {minutes} minutes de plus la semaine passée, beau progrès.',
        'La {ref} m’avait coûté {n} fraises, je t’envie.',
      ],
    },
  ],
  closings: [
    'Si quelqu’un fait mieux que {minutes} minutes, je veux voir son chariot.',
    'Je laisse la fiche corrigée au pied de {machine}, version de {hour}.',
    'L’équipe suivante a trouvé le poste comme je voudrais le trouver, {name} peut témoigner.',
    'À refaire {day} sur {pieces}, avec un café de plus.',
    'On compare avec {other} avant de le graver dans la fiche {ref} ?',
    'Prochain essai {day} à {hour}, les curieux sont admis avec bouchons d’oreilles.',
  ],
  asks: [
    {
      title: 'Quelle avance pour {pieces} en référence {ref} ?',
      text: 'À l’essai de {hour} ça chauffe sur {machine}, et en ralentissant ça peluche.',
      answers: [
        'Descends de {n} % et laisse la dernière passe en avalant, on fait ça sur {machine} depuis {day}.',
      ],
      thanks: 'Essayé à {hour} : {many} pièces bonnes.',
    },
    {
      title: '{machine_cap} affiche un défaut {n} au démarrage, déjà vu ?',
      text: 'Le message part si on relance, puis revient au bout de {minutes} minutes, sur la {ref}.',
      answers: ['Regarde le capteur du fond, {n} fois sur dix c’est lui, un coup de chiffon et on repart.'],
      thanks: 'Ça tient depuis {n} heures, je ferme la boîte à outils.',
    },
    {
      title: 'Qui a la cale d’origine de {machine} ?',
      text: 'Celle du tiroir fait {n} dixièmes de moins, je l’ai mesurée à {hour} sur la série {ref}.',
      answers: ['On a gardé une cale bonne à {other}, elle part par la navette de {hour}.'],
      thanks: 'Reçu, monté, oublié : {machine_cap} tourne.',
    },
    {
      title: 'Vous contrôlez {pieces} toutes les combien ?',
      text: 'Une sur {many} me paraît peu pour la {ref}, surtout après {hour}.',
      answers: ['Une sur {n} au démarrage, puis une sur {many} une fois que le bois s’est calmé.'],
      thanks: 'Adopté depuis {day}, et {name} respire.',
    },
  ],
}
