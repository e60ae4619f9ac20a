import { idea, keyed, kudos, message, ok, poll, practice, question, r } from '../post.ts'
import { escalier, gabarit } from '../scenes.ts'

export const castres = keyed('castres', [
  message(
    'ines',
    'castres',
    'J’ai refait trois fois. La quatrième était juste. Cette semaine, Bruno m’a montré comment tracer un limon sans gabarit. Et vous, c’est quoi le geste qui vous a pris le plus de temps ?',
    [
      r('bruno', 'Tu as mis quatre essais. Moi, quatre ans, mais je bavardais.'),
      r('ludovic', 'Le ponçage au doigt dans les volutes. Deux mois avant de ne plus regarder mes mains.'),
      r('celine', 'Croire le plan. Ensuite, ne plus le croire.'),
    ],
    { image: escalier('Un limon d’escalier tracé au crayon, en cours de montage') },
  ),
  question(
    'hugo',
    'castres',
    'La fraise de 20 laisse un fil sur le frêne, vous baissez l’avance ou vous changez le sens ?',
    'Sur chêne rien à dire. Sur frêne je repasse chaque contremarche à la main.',
    [
      ok(
        'sofia',
        'Change le sens pour la dernière passe, un demi-millimètre en avalant. L’avance ne bouge pas.',
      ),
      r('stephane', 'Et envoie-moi la fraise, à mon avis elle a fait le tour de sa vie.'),
      r('hugo', 'Essayé sur douze contremarches : plus un fil. Je te dois un panier de figues.'),
    ],
    { topics: ['réglage'] },
  ),
  practice(
    'celine',
    'castres',
    'La cote du palier mesurée trois fois, à trois endroits',
    [
      'Les vieux paliers ne sont jamais d’équerre et on recevait l’escalier trop long de deux centimètres.',
      'Trois mesures sur le relevé : gauche, milieu, droite, avec une photo du mètre en place.',
      'Quatre reprises de chantier évitées ce trimestre, et autant de coups de fil pénibles.',
    ],
    [
      r('frederic', 'Je fais passer à mes métreurs. La photo du mètre, c’est ce qui nous manquait.'),
      r('clara', 'J’ajoute trois cases au relevé, elles refusent d’être vides.'),
      r('yann', 'Dans l’ancien je mesurerais bien cinq fois, mais on a aussi des vies.'),
    ],
  ),
  message(
    'monique',
    'castres',
    'Escalier pour Rodez, emballé, calé, prêt. Le chauffeur est reparti avec celui d’Albi. Les deux clients ont un très bel escalier, mais pas le leur. On en rira en janvier.',
    [
      r('samuel', 'J’ai le camion de retour à 15 h, tout le monde dormira devant le bon escalier.'),
      r('jeanmarc', 'Grande étiquette couleur par destination à partir de demain, c’est décidé.'),
      r('bruno', 'Le client d’Albi a demandé s’il pouvait le garder.'),
    ],
  ),
  kudos(
    'ines',
    'bruno',
    'castres',
    'Il a passé trois pauses à m’expliquer une épure, sans soupirer une seule fois, et il a gardé tous mes brouillons « pour voir le chemin ».',
    [
      r('bruno', 'Les brouillons, c’est la seule chose qu’on ne sait pas refaire.'),
      r('mehdi', 'C’est pour des posts comme ça que je suis venu.'),
    ],
  ),
  message(
    'ludovic',
    'castres',
    'Odeur bizarre en cabine 2 depuis lundi. Ce n’est pas le vernis, ce n’est pas le filtre. C’était un fromage, dans le casier 8, oublié avec beaucoup de tendresse.',
    [
      r('hugo', 'Je tiens à dire que le casier 8 est vacant.'),
      r('monique', 'Était vacant.'),
      r('ines', 'On ajoute une ligne au contrôle hebdomadaire, entre les filtres et l’extincteur.'),
    ],
  ),
  poll(
    'ines',
    'castres',
    'On réorganise le magasin de quincaillerie, par quoi on trie ?',
    [
      ['Par modèle d’escalier', 47],
      ['Par dimension', 21],
      ['Par fréquence d’usage', 32],
    ],
    [
      r('bruno', 'Par fréquence, et vous verrez que quatre tiroirs suffisent.'),
      r(
        'celine',
        'Par modèle : je prépare mes kits les yeux fermés, littéralement, il y a une panne d’ampoule.',
      ),
    ],
  ),
  idea(
    'bruno',
    'castres',
    'Signer sous la troisième marche',
    'Avant, on signait. Un nom, une date, au crayon, là où personne ne regarde. On pourrait recommencer : celui qui monte, celui qui vernit, celle qui a tracé.',
    [
      r('celine', 'Je signe depuis 2014, en tout petit. Voilà, c’est dit.'),
      r('jeanmarc', 'Accord de l’atelier, et un crayon gras offert par la maison.'),
      r(
        'helene',
        'Je trouve l’idée si belle que je veux la raconter aux clients.',
        r('bruno', 'Non, laisse-les trouver.'),
      ),
      r(
        'yann',
        'J’en ai trouvé une de 1987 sur un démontage, signée « M. Cabrol, grippé ».',
        r('ludovic', 'Mon grand-père. Il était toujours grippé.'),
      ),
    ],
  ),
  question(
    'ludovic',
    'castres',
    'Quelqu’un a une astuce pour poncer les balustres sans user les angles ?',
    'À la brosse ça passe mais j’en ai pour la journée, à la bande je fais des ronds.',
    [
      ok(
        'emilie',
        'Une bande coupée en lanières de 15 mm sur un vieux lapidaire, en tournant le balustre et pas la bande. Je te filme ça demain.',
      ),
      r('bruno', 'Un bas nylon par-dessus la main, dernier passage. Ne demandez pas d’où vient l’idée.'),
      r('ludovic', 'Les lanières : vingt minutes au lieu d’une heure et les angles piquent encore.'),
    ],
  ),
  message(
    'celine',
    'castres',
    'Un client demande un escalier « silencieux pour un chat ». Je note l’exigence, je ne sais pas encore dans quelle case.',
    [
      r('clara', 'Case « charge d’exploitation : 4 kg, dynamique imprévisible ».'),
      r('laurie', 'Le chat du dépôt de Lieusaint se propose pour les essais.'),
      r('bruno', 'Mets des languettes, le chat n’entendra plus la dame monter. C’est lui qui se plaindra.'),
    ],
  ),
  message(
    'hugo',
    'castres',
    'Le centre 4 a passé sa dix-millième marche hier à 16 h 42. On lui a accroché un ruban, il a continué comme si de rien n’était.',
    [
      r(
        'monique',
        'La dix-millième est dans la palette pour Limoges, j’ai fait une croix au crayon dessous.',
      ),
      r('ines', 'Six secondes de moins par marche qu’à la cinq-millième, et c’est vous, pas lui.'),
    ],
  ),
  practice(
    'hugo',
    'castres',
    'Le zéro machine repris à chaud, pas à froid',
    [
      'Les premières marches du lundi sortaient avec trois dixièmes de trop.',
      'On laisse chauffer la broche douze minutes avant de prendre le zéro, pendant qu’on prépare les bruts.',
      'Plus de rebut le lundi matin, soit deux marches de chêne par semaine.',
    ],
    [
      r('sofia', 'On fait quinze minutes à Champagnole, il y fait plus froid.'),
      r('mehdi', 'Même dérive ici sur la ligne 3, je n’avais jamais pensé au lundi.'),
      r('denis', 'La broche te dit merci aussi, elle vit plus longtemps.'),
    ],
    { topics: ['réglage'] },
  ),
  message(
    'jeanmarc',
    'castres',
    'On a eu la visite de l’architecte du théâtre. Il a monté l’escalier d’essai onze fois, en silence, puis il a dit : « là ». On n’a toujours pas compris, mais c’est signé.',
    [
      r('celine', 'Là, c’est le giron à 284. Il l’a senti au talon.'),
      r('olivier', 'Signé à 11 h 20, acompte reçu à midi. J’aime les clients qui sentent au talon.'),
    ],
  ),
  message(
    'bruno',
    'castres',
    'Le vieux banc à dégauchir quitte l’atelier, direction le lycée professionnel. Quarante et un ans de maison. On lui a fait une révision et un pot de départ.',
    [
      r('ludovic', 'Il avait droit à sa médaille du travail, celui-là.'),
      r('awa', 'Le lycée envoie ses élèves le voir tourner chez nous une dernière fois jeudi.'),
      r('denis', 'Si les lycéens cherchent la pièce 14, elle est dans ma boîte à gants. Longue histoire.'),
    ],
  ),
  question(
    'monique',
    'castres',
    'Comment vous calez les rampes cintrées dans le camion ?',
    'À plat elles prennent toute la place, debout elles dansent.',
    [
      ok(
        'ousmane',
        'Debout, en berceau sur deux pneus de récupération, sangle au tiers et non au milieu. Elles ne bougent plus.',
      ),
      r('rachid', 'Il nous reste quatorze pneus, je t’en mets huit dans la navette de mardi.'),
      r('monique', 'Reçus. La rampe de Pau est arrivée sans un pli.'),
    ],
  ),
  kudos(
    'jeanmarc',
    'celine',
    'castres',
    'Un relevé faux, un client pressé, et elle a préféré reprendre la voiture pour remesurer. Deux heures de route contre trois semaines de litige.',
    [
      r('celine', 'Il y avait surtout un bon boulanger sur la route.'),
      r('melanie', 'Ce genre de détour, on devrait pouvoir le saisir comme temps gagné.'),
    ],
  ),
  message(
    'ines',
    'castres',
    'On a chronométré : douze minutes par jour et par personne à chercher un outil. Demain on trace les silhouettes sur le panneau. Venez avec votre outil préféré, on dessine autour.',
    [
      r('bruno', 'Mon outil préféré est plus vieux que le panneau, il faudra un grand crayon.'),
      r('luc', 'On l’a fait le lendemain matin à Cholet. Il manquait déjà un tournevis.'),
      r('hugo', 'Qui a tracé la silhouette d’un saucisson entre les deux serre-joints ?'),
    ],
    { image: gabarit('Panneau d’outils où chaque silhouette est dessinée') },
  ),
  message(
    'celine',
    'castres',
    'Il est 6 h, il fait 24 °C dans l’atelier et le chêne le sait. On ressort les chutes de test avant chaque série jusqu’à la fin de la canicule.',
    [
      r('ludovic', 'Le vernis sèche avant que je pose le pinceau, je passe à l’équipe du matin.'),
      r('jeanmarc', 'Prise de poste à 5 h pour qui veut, dites-le à votre chef d’équipe.'),
    ],
    { months: [6, 7, 8] },
  ),
  idea(
    'hugo',
    'castres',
    'Prêter les postes de test une semaine par site',
    'On a testé le nouvel écran avant tout le monde, et on a trouvé six choses. Un autre site en trouverait six différentes. Faisons tourner.',
    [
      r('thomas', 'D’accord, et le prochain est Valence : écran, gants et froid, tout ce qui nous manque.'),
      r('fatou', 'On accepte, on a même un volontaire qui n’aime rien.'),
      r('abdel', 'Ensuite la nuit à Cholet, où on voit l’écran sans lumière.'),
    ],
  ),
  message(
    'ludovic',
    'castres',
    'Le carillon de fin de poste s’est déclenché à 10 h 15. Onze personnes étaient déjà aux vestiaires. Je ne donnerai pas la liste, j’y figure.',
    [
      r('monique', 'J’avais déjà mis mon manteau.'),
      r('ines', 'Saisi dans Tempo comme arrêt collectif spontané.'),
    ],
  ),
  message(
    'hugo',
    'castres',
    'Premier escalier hélicoïdal programmé sans repasser par le papier. J’ai quand même fait le papier, à côté, pour me rassurer. Ils disent la même chose.',
    [
      r('celine', 'Le jour où ils ne diront pas la même chose, crois le papier.'),
      r('bruno', 'Ou viens me chercher, je départage au mètre pliant.'),
    ],
  ),
])
