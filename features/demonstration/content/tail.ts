import type { Trade } from './departments.ts'
import type { SpaceKey } from './spaces.ts'

/**
 * Pieces of everyday talk, put together by rules/tail.ts. In braces: {machine}, {piece}, {ref}, {hour}, {n}, {many},
 * {minutes}, {name} (a colleague of the same site), {other} (another site), {day}.
 */
export type Talk = {
  spaces: readonly SpaceKey[]
  machines: readonly string[]
  pieces: readonly string[]
  moments: readonly Moment[]
  closings: readonly string[]
  asks: readonly Ask[]
}

/** Something that happened, what may be added to it, and what colleagues may say to it. */
export type Moment = { says: string; adds: readonly string[]; hears: readonly string[] }

export type Ask = { title: string; text: string; answers: readonly string[]; thanks: string }

export const talk: Record<Trade, Talk> = {
  usinage: {
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
        text: 'Il part si on relance à {hour}, puis revient au bout de {minutes} minutes, sur la {ref}.',
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
  },
  assemblage: {
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
      'les quinconces de marches',
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
      'L’expédition a reçu la dernière à {hour}, avec un sourire de {name}.',
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
  },
  finition: {
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
        says: '{pieces_cap} du lot {ref} sont sortis sans une coulure, {many} pièces.',
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
        says: 'Le nouveau vernis passe bien en {machine} : deux couches au lieu de trois sur {pieces}.',
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
        title: 'Quelle dilution pour {pieces} en {machine} ?',
        text: 'À {n} % ça file, en dessous ça peaule, lot {ref}.',
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
  },
  scierie: {
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
        says: 'Arrivage de {pieces} au petit jour, {many} mètres cubes, droits comme des cierges.',
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
        says: 'Le lot {ref} de {pieces} attendait depuis {n} semaines, il passe enfin.',
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
        says: '{machine_cap} vidé, balayé, rechargé en {minutes} minutes avec {pieces}.',
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
      'On a fêté ça avec le saucisson de {name}, au bord du parc.',
      'La courbe est affichée à la porte de {machine}, commentaires bienvenus.',
    ],
    asks: [
      {
        title: 'Quelle consigne de départ pour {pieces} en {machine} ?',
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
  },
  quai: {
    spaces: ['valence', 'tempo', 'nuit', 'cholet'],
    machines: [
      'le quai 2',
      'le quai 4',
      'le quai 7',
      'la filmeuse',
      'le chariot latéral',
      'le pont bascule',
      'la ligne 1',
      'la cercleuse',
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
          'Le vent tournait sur {machine}, on a fermé une porte sur deux.',
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
          'C’est pour {name}, il passe la prendre à {hour}.',
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
        text: 'Il a commencé à {hour}, pendant la {ref}.',
        answers: ['Batterie fatiguée, on l’échange à {hour}, prends l’autre en attendant.'],
        thanks: 'Changée, et le bip nous manque presque.',
      },
    ],
  },
  pose: {
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
        says: 'Livraison au pied du chantier {ref} à {hour}, {machine} est arrivé avant nous.',
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
  },
  bureau: {
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
        hears: [
          'La {ref} en {n} jours, je n’y croyais pas.',
          'On a vu la différence à l’atelier dès {hour}.',
        ],
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
  },
  clients: {
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
  },
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
]
