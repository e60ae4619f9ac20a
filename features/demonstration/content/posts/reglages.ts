import { idea, keyed, kudos, message, ok, poll, practice, question, r } from '../post.ts'
import { atelier, gabarit, vernis } from '../scenes.ts'

const reglage = { topics: ['réglage'] }
const finition = { topics: ['vernis'] }

export const reglages = keyed('reglages', [
  question(
    'abdel',
    'reglages',
    'Le guide de la ligne 2 dérive d’un dixième toutes les trois heures, quelqu’un connaît ?',
    'Resserré, nettoyé, changé la vis. Il repart dans le même sens, comme s’il avait rendez-vous.',
    [
      ok(
        'denis',
        'Regarde le support, pas le guide : la patte arrière chauffe avec le moteur. Une rondelle isolante et il perd son rendez-vous.',
      ),
      r('mehdi', 'Mesuré à l’aube et à midi : 11 °C d’écart sur la patte. Bien vu.'),
      r('abdel', 'Rondelle posée jeudi. Toujours à zéro ce soir.'),
    ],
    reglage,
  ),
  practice(
    'sofia',
    'reglages',
    'Le chariot d’outils préparé pendant que la pièce précédente tourne',
    [
      'Le changement de série prenait vingt-deux minutes, dont douze à chercher.',
      'Un chariot par série, silhouettes au fond, rempli pendant le dernier quart d’heure de la série d’avant.',
      'Neuf minutes, chronométrées par quelqu’un qui n’y croyait pas.',
    ],
    [
      r('hugo', 'Copié. Douze minutes au premier essai, il me manquait une pince.'),
      r('patrick', 'C’était moi, celui qui n’y croyait pas.'),
      r('ines', 'Le plan du chariot est en pièce jointe de la fiche, à imprimer en A3.'),
    ],
    { ...reglage, image: gabarit('Chariot et panneau d’outils à silhouettes') },
  ),
  question(
    'josephine',
    'reglages',
    'Qui a un réglage de pistolet qui ne fait pas de brouillard sur les moulures ?',
    'À 2,5 bars je couvre le mur autant que la pièce.',
    [
      ok(
        'ludovic',
        'Buse de 1,2, 1,8 bar, et tu te rapproches d’une main. Deux passes maigres valent mieux qu’une grasse.',
      ),
      r('emilie', 'J’ajoute : réchauffe le produit à 22 °C, sinon il crache.'),
      r('josephine', 'Dix-huit pour cent de vernis en moins sur la série, le mur me remercie.'),
    ],
    finition,
  ),
  message(
    'stephane',
    'reglages',
    'Je range l’atelier d’affûtage et je trouve un carnet de 1974 : angles, avances, essences, tout à la plume. Certaines valeurs sont encore meilleures que les nôtres.',
    [
      r('bruno', 'C’est l’écriture de Raymond. Il notait aussi la météo.'),
      r('hugo', 'Le frêne à 22° d’attaque, essayé ce matin : il avait raison.'),
      r('mathilde', 'On le numérise avant qu’il tombe en copeaux, je passe vendredi.'),
    ],
    reglage,
  ),
  question(
    'hugo',
    'reglages',
    'Vous compensez l’usure du foret à la main ou dans le programme ?',
    'Je corrige à la main et le collègue du soir corrige ma correction.',
    [
      ok(
        'sofia',
        'Dans le programme, une ligne commentée avec la date. Et une ardoise pour dire qu’on y a touché.',
      ),
      r('mehdi', 'Si vous avez un compteur de cycles, faites-le parler à votre place.'),
      r('hugo', 'Ardoise installée. On ne se corrige plus, on se salue.'),
    ],
    reglage,
  ),
  practice(
    'ludovic',
    'reglages',
    'La lampe rasante avant la dernière couche',
    [
      'Les rayures de ponçage apparaissaient une fois le vernis sec, donc trop tard.',
      'Une lampe posée à plat au bout de l’établi, dix secondes par pièce, avant la dernière couche.',
      'Deux reprises par semaine au lieu de neuf.',
    ],
    [
      r('josephine', 'La même chose avec le téléphone en mode torche, pour ceux qui débutent.'),
      r('sandrine', 'Je l’utilise au contrôle final maintenant, merci de m’avoir compliqué la vie.'),
    ],
    { ...finition, image: vernis('Lames de bois teintées sous une lumière rasante') },
  ),
  message(
    'mehdi',
    'reglages',
    'Régler sans s’énerver, en trois lignes : on note où on est, on change une seule chose, on remesure. La quatrième ligne, c’est la pause.',
    [
      r('abdel', 'J’ai longtemps commencé par la quatrième.'),
      r('theo', 'Recopié dans mon carnet, avec un cadre autour.'),
      r('sofia', 'Changer une seule chose à la fois, c’est tout le métier. Le reste c’est du vocabulaire.'),
    ],
    { ...reglage, image: atelier('Un établi rangé, un châssis de fenêtre au mur') },
  ),
  question(
    'emilie',
    'reglages',
    'Le bouche-pores fait des paillettes sur le mélèze, c’est le bois ou c’est moi ?',
    'Sur chêne, parfait. Sur mélèze, on dirait une boule de bal.',
    [
      ok(
        'odile',
        'C’est le mélèze. Dégraisse à l’alcool une demi-heure avant, il rejette tout le reste par principe.',
      ),
      r('josephine', 'Et change de chiffon à chaque pièce, pas à chaque série.'),
      r('emilie', 'Plus aucune paillette, le bal est fini.'),
    ],
    finition,
  ),
  idea(
    'denis',
    'reglages',
    'Une bibliothèque des bruits',
    'Chaque machine prévient avant de casser, en chantant. Enregistrons dix secondes de bruit normal et dix de bruit bizarre. Les suivants sauront.',
    [
      r('gilles', 'J’ai la lame fendue en tête, je peux vous la faire à la voix.'),
      r('abdel', 'La nuit c’est le bon moment pour enregistrer, on entend les roulements penser.'),
      r('thomas', 'On peut attacher un son à une fiche machine. Envoyez les premiers, je branche.'),
      r('denis', 'Onze bruits en une semaine, dont un qui s’est avéré être Gilles.'),
    ],
    reglage,
  ),
  kudos(
    'thi',
    'stephane',
    'reglages',
    'Ma fraise est revenue mieux que neuve, avec un papier plié : « tu pousses trop à droite, prends ton temps ». J’ai pris mon temps. Il avait raison.',
    [
      r('stephane', 'Le papier est gratuit, le conseil aussi.'),
      r('hugo', 'J’ai eu « qu’est-ce que tu lui as fait ? ». On n’a pas tous le même statut.'),
    ],
    reglage,
  ),
  question(
    'luc',
    'reglages',
    'À partir de combien de degrés vous arrêtez de coller ?',
    'Hier 9 °C au poste à 5 h, et j’ai des joints qui ont préféré rester célibataires.',
    [
      ok(
        'jennifer',
        'En dessous de 12, on ne colle pas. On fait chauffer les pièces, pas seulement la colle, une nuit près du four.',
      ),
      r('sofia', 'Nous à 10 mais avec le double de presse. C’est moins bien, je te suis sur 12.'),
      r('patrick', 'Alors 12 partout, et un chauffage d’appoint au poste demain matin.'),
    ],
    { months: [11, 12, 1, 2, 3], topics: ['réglage'] },
  ),
  message(
    'ines',
    'reglages',
    'J’ai regroupé vos valeurs de serrage dans un seul tableau : six ateliers, quatre colles, neuf températures. Trois cases sont vides, et elles sont toutes à Valence.',
    [
      r('fatou', 'On ne colle rien à Valence.', r('ines', 'Alors le tableau est fini.')),
      r('luc', 'Affiché au-dessus du seau. On va arrêter de se fier au pouce.'),
    ],
    reglage,
  ),
  practice(
    'abdel',
    'reglages',
    'Un repère peint plutôt qu’une cote sur papier',
    [
      'À chaque série on reprenait la cote de la butée sur une fiche pliée en quatre.',
      'Un trait de peinture par modèle sur la règle, avec son numéro. On aligne, on vérifie une pièce, on part.',
      'Six minutes par série, et la fiche est restée dans la poche de quelqu’un.',
    ],
    [
      r('stephane', 'Peinture fine, sinon le trait vaut deux dixièmes à lui seul.'),
      r('gaelle', 'Poste 7 équipé, trois traits et un cœur. Le cœur ne correspond à aucun modèle.'),
      r('mehdi', 'Le cœur correspond à l’imposte 480, on a fini par l’adopter.'),
    ],
    reglage,
  ),
  question(
    'florian',
    'reglages',
    'Quelqu’un a déjà étalonné une sonde d’humidité sans labo ?',
    'Trois sondes, trois avis, et un bois qui n’en pense pas moins.',
    [
      ok(
        'odile',
        'Une éprouvette pesée, mise au four de la cantine à 103 °C, repesée le lendemain. Demande à la cuisine, ils sont habitués.',
      ),
      r(
        'cyril',
        'Avec un vrai four d’étuve plutôt que celui des lasagnes, s’il vous plaît. J’en ai trouvé un.',
      ),
      r('florian', 'La sonde 2 mentait de trois points, elle est partie en congé.'),
    ],
    reglage,
  ),
  poll(
    'josephine',
    'reglages',
    'On teste quel vernis en premier cet hiver ?',
    [
      ['Le mat à l’eau', 51],
      ['Le satiné deux composants', 30],
      ['Celui que Ludovic garde sous l’établi', 19],
    ],
    [
      r('ludovic', 'Ce n’est pas un vernis. C’est une huile. Et elle n’est pas sous l’établi.'),
      r('emilie', 'Le mat à l’eau sèche en une heure, on en reparle par temps humide.'),
    ],
    finition,
  ),
  message(
    'hugo',
    'reglages',
    'J’ai passé une heure à chercher une vibration. C’était un tournevis posé sur le carter. Je l’écris pour que ça serve au moins à quelqu’un.',
    [
      r('denis', 'Le mien, c’était un gobelet. On devrait ouvrir un petit musée.'),
      r('sofia', 'Une pince à cheveux, dans le bac à copeaux. Pas la mienne.'),
      r('hugo', 'Musée ouvert, étagère du fond, entrée libre.'),
    ],
    reglage,
  ),
  kudos(
    'sofia',
    'abdel',
    'reglages',
    'Je bloquais sur un dérapage d’axe depuis deux jours. Il a répondu à 3 h 20, avec trois dessins et une phrase : « essaie, je reste debout ».',
    [
      r('abdel', 'J’étais payé pour rester debout, mais merci.'),
      r('denis', 'Les trois dessins sont dans la bibliothèque, à côté des bruits.'),
    ],
    reglage,
  ),
  question(
    'theo',
    'reglages',
    'C’est grave si la molette de réglage tourne dans le vide ?',
    'Elle fait un bruit de réveil et ne règle plus rien. J’ai fait semblant de ne pas voir pendant une heure, je préfère le dire.',
    [
      ok(
        'mehdi',
        'Pas grave, c’est la goupille. Deux minutes, une goupille de 3. Et tu as bien fait de le dire.',
      ),
      r('stephane', 'Les goupilles de 3 sont dans la boîte à thé. Oui, la verte.'),
      r('theo', 'Réparé, et je sais où est la boîte à thé.'),
    ],
    reglage,
  ),
  practice(
    'jennifer',
    'reglages',
    'Les pièces préchauffées sur un chariot grillagé',
    [
      'Collage de nuit sur du bois froid : 7 % de décollements au contrôle du matin.',
      'Un chariot grillagé à un mètre du four pendant la pause de 23 h, deux tours de pièces.',
      'Moins de 1 % depuis trois semaines.',
    ],
    [
      r('luc', 'Le chariot gris sans roue avant droite ? Il a enfin trouvé sa vocation.'),
      r('sandrine', 'Je confirme : trois décollements en tout, au lieu de trois par matinée.'),
      r('cyril', 'Un mètre, pas moins, et rien dessus qui fonde. Validé.'),
    ],
    { months: [10, 11, 12, 1, 2, 3], topics: ['réglage'] },
  ),
  message(
    'emilie',
    'reglages',
    'J’ai repris mes fiches de teintes de l’année. Sur quarante-sept reprises, trente et une tombent un lundi. Le coupable n’est pas le lundi : c’est le bac resté ouvert le vendredi.',
    [
      r('josephine', 'Couvercles accrochés par une chaînette dès ce soir.'),
      r(
        'ludovic',
        'Je n’ai pas de lundi noir, moi, j’ai un mercredi.',
        r('emilie', 'Envoie tes fiches, je cherche ton bac.'),
      ),
    ],
    finition,
  ),
  idea(
    'mehdi',
    'reglages',
    'Un prêt de régleur entre sites, une journée par mois',
    'On s’écrit tous les jours sans avoir touché les machines des autres. Une journée sur place et on se comprendrait en trois mots.',
    [
      r('sofia', 'Je commence : Cholet, deuxième jeudi, j’apporte du comté.'),
      r('jeanmarc', 'Ce jour-là compte en formation, j’ai vérifié.'),
      r('patrick', 'Le comté suffisait, mais la formation c’est bien aussi.'),
      r('hugo', 'Inscrivez-moi pour Champagnole avant qu’il gèle.'),
    ],
    reglage,
  ),
  question(
    'sandrine',
    'reglages',
    'Quelle tolérance vous affichez sur les onglets laqués ?',
    'Le plan dit deux dixièmes, l’œil du client dit zéro.',
    [
      ok(
        'mathilde',
        'On écrit deux dixièmes et on vise un. En laqué foncé, passe à un partout, je corrige le plan.',
      ),
      r('mehdi', 'La butée 3 tient le dixième depuis sa rondelle, profitons-en.'),
      r('sandrine', 'Trois séries à un dixième, zéro retour. On ne fera plus semblant.'),
    ],
    reglage,
  ),
])
