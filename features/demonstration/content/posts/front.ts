import { idea, keyed, kudos, message, ok, poll, practice, question, r } from '../post.ts'
import { atelier, entrepot, equipe, escalier, gabarit, scierie, vernis } from '../scenes.ts'

const HOUR = 60
const DAY = 24 * HOUR

/** What is read first: the last three days of the network, whatever today is. */
export const front = keyed('front', [
  message(
    'bruno',
    'tempo',
    'Quinze marches en chêne, pas un clou, et le garde-corps tombe juste du premier coup. Trente-quatre ans que je fais ça, je souris encore.',
    [
      r('ines', 'Bruno, tu me montres le tracé du limon demain ?', r('bruno', '7 h 30, avec du café.')),
      r(
        'clara',
        'J’avais dessiné ce garde-corps en me demandant qui allait souffrir dessus. Apparemment personne.',
      ),
      r('jeanmarc', 'Le client voulait des clous apparents au départ. On a bien fait d’insister.'),
      r(
        'thi',
        'On peut venir le voir avant qu’il parte ? Je monte à Castres jeudi.',
        r('monique', 'Il charge vendredi à 6 h, tu as tout le jeudi.'),
      ),
    ],
    { image: escalier('Escalier en chêne avec garde-corps vert, encore en atelier'), minutesAgo: 20 },
  ),

  message(
    'gaelle',
    'cholet',
    'L’équipe B au complet pour la première fois depuis la rentrée. On a mis Luc devant, il faut bien que le casque serve.',
    [
      r('patrick', 'Photo prise en quarante secondes, ligne redémarrée en cinquante. Record à battre.'),
      r('luc', 'Je ne savais même pas qu’il y avait une photo, j’avais le casque.'),
      r('mehdi', 'Qui a cousu la banderole ?', r('gaelle', 'La mère de Romain. Elle prend des commandes.')),
    ],
    { image: equipe('L’équipe B de Cholet pose sous une banderole à son nom'), minutesAgo: 35 },
  ),

  message(
    'mehdi',
    'tempo',
    'Pour régler la butée, je glisse une carte de cantine entre le guide et la cale : un millimètre pile. Qui a mieux ?',
    [
      r('thi', 'Une étiquette de palette pliée en trois. Moins cher que ta cantine.'),
      r(
        'stephane',
        'Un jeu de cales, Mehdi. Ça existe, c’est rangé à l’affûtage, et ça se rend.',
        r('mehdi', 'Elles sont toutes « prêtées » depuis avril, tes cales.'),
      ),
      r('sofia', 'À Champagnole c’est la carte de bibliothèque d’Odile. Elle la cherche, d’ailleurs.'),
    ],
    { image: atelier('Un châssis de fenêtre posé sur un établi, outils au mur'), minutesAgo: 95 },
  ),

  question(
    'sofia',
    'tempo',
    'Comment on saisit un arrêt de moins de 5 min ?',
    'Je ne trouve pas de motif qui colle, et je ne veux pas mentir avec « changement d’outil ».',
    [
      ok('mehdi', 'Appui long sur « Arrêt », puis « micro-arrêt ». Pas besoin de motif en dessous de 5 min.'),
      r('abdel', 'Et si tu oublies sur le moment, tu peux le remettre jusqu’à la fin du poste.'),
      r(
        'thomas',
        'Deux ateliers nous l’ont demandé cette semaine : on va l’écrire sur l’écran, sous le bouton.',
      ),
    ],
    { minutesAgo: 2 * HOUR },
  ),

  question(
    'patrick',
    'tempo',
    'Peut-on badger pour une équipe entière ?',
    'Lundi à 13 h on arrive à onze devant la même borne. Si je pouvais pointer l’équipe B d’un coup, on gagnerait le temps d’un café.',
    [],
    { minutesAgo: 7 * HOUR },
  ),

  idea(
    'laurie',
    'chantier',
    'Un numéro de fenêtre lisible par le client',
    'Quand quelqu’un appelle pour un joint, je passe dix minutes à deviner de quelle fenêtre on parle. Et si le numéro était gravé au même endroit partout, en bas du dormant côté charnière ?',
    [
      r(
        'clara',
        'Techniquement c’est une passe de plus sur le centre, huit secondes. Je regarde avec Sofia.',
      ),
      r(
        'yann',
        'Pas côté charnière, le couvre-joint le cache une fois sur deux. Côté gâche.',
        r('laurie', 'Va pour la gâche, tant que la dame au téléphone sait ce que c’est.'),
      ),
      r('soizic', 'J’ai noté trente et un appels de ce genre depuis le début du mois, si ça aide à décider.'),
    ],
    { minutesAgo: 9 * HOUR },
  ),

  kudos(
    'ousmane',
    'joao',
    'nuit',
    '212 palettes cette nuit sans une casse, et c’est João qui a refait le plan de chargement sur un carton à 2 h du matin.',
    [
      r('christelle', 'Je l’ai vu ce matin, le carton. Il part au mur de la salle de quai.'),
      r('joao', 'J’avais surtout froid, marcher autour des palettes ça réchauffe.'),
      r('samuel', 'Le transporteur m’a demandé si on avait changé de logiciel. Non, on a changé de carton.'),
    ],
    { minutesAgo: 13 * HOUR },
  ),

  question(
    'fatou',
    'reglages',
    'Le scanner ne lit plus les étiquettes mates',
    'Depuis le nouveau rouleau, il faut s’y reprendre à quatre fois sur le poste 3. Les brillantes passent, les mates non. Nettoyé, redémarré, menacé : rien.',
    [],
    { minutesAgo: 19 * HOUR },
  ),

  practice(
    'josephine',
    'reglages',
    'L’hygromètre avant la cabine : zéro reprise en trois semaines',
    [
      'Le vernis faisait des bulles un jour sur trois, sans qu’on sache pourquoi.',
      'On lit l’humidité avant de charger. Au-dessus de 60 %, on attend dix minutes porte ouverte.',
      '11 h de reprise évitées en trois semaines.',
    ],
    [
      r('patrick', 'On accroche le même à l’entrée de la cabine de Cholet dès lundi.'),
      r('bruno', 'Ici l’atelier est à 66 % tous les matins. Ça explique mes mains courantes qui collent.'),
      r(
        'romain',
        'Quel modèle, et à quel prix ?',
        r(
          'josephine',
          'Un à aiguille, moins cher qu’un pot de vernis. Surtout pas celui à pile, il dort le week-end.',
        ),
      ),
      r('karim', 'Si quatre sites en veulent, je groupe la commande avant vendredi.'),
    ],
    {
      image: vernis('Échantillons de teintes et hygromètre à 52 %'),
      minutesAgo: 22 * HOUR,
      topics: ['vernis'],
    },
  ),

  message(
    'ousmane',
    'valence',
    'Charger un double étage sans rien casser. On m’a demandé dix fois, alors voilà la photo, et le reste se passe à 14 h sur le quai 4.',
    [
      r('yann', 'Merci pour les vitrages, tu viens d’allonger la vie de mes poseurs.'),
      r('luc', 'Le sourire fait partie de la méthode ou c’est en option ?'),
      r('dominique', 'Quai 4 occupé jusqu’à 14 h 20, prends le 5 et ne touche pas à ma ligne jaune.'),
    ],
    { image: entrepot('Ousmane au volant de son chariot dans l’allée des racks'), minutesAgo: 24 * HOUR },
  ),

  question(
    'romain',
    'cholet',
    'Où range-t-on les gabarits de la ligne 2 ?',
    'Le panneau a changé de mur pendant mes congés et le gabarit des impostes n’est sur aucun des deux.',
    [],
    { minutesAgo: 26 * HOUR, image: gabarit('Panneau d’outils à silhouettes, un emplacement vide') },
  ),

  question(
    'karim',
    'tempo',
    'Qui a déjà commandé du joint sans solvant, et chez qui ?',
    'On me demande un devis pour vendredi. Je cherche un retour d’usage, pas une plaquette.',
    [
      ok(
        'thi',
        'Nous à Cholet, depuis mars. Il tire un peu plus vite : prévoir dix minutes de moins avant le serrage. Je t’envoie la fiche.',
      ),
      r('luc', 'Gaffe au stockage, il n’aime pas descendre sous 12 °C.'),
      r('jennifer', 'La nuit on le laisse sur l’étagère près du four, il reste souple.'),
      r(
        'ludovic',
        'Essayé à Castres sur trois mains courantes. Ça tient, et on ne rentre plus avec la tête dans un étau.',
      ),
    ],
    { minutesAgo: 30 * HOUR },
  ),

  poll(
    'nadia',
    'tempo',
    'Le prochain café-atelier, on le cale quand ?',
    [
      ['Avant la prise de poste, 6 h 30', 23],
      ['À la pause, 12 h 45', 58],
      ['En fin d’après-midi, 16 h', 19],
    ],
    [
      r(
        'joao',
        'Et pour la nuit, on fait semblant d’être réveillés ?',
        r('nadia', 'Non : une deuxième séance à 21 h, courte. Ousmane l’anime.'),
      ),
      r('celine', 'À 12 h 45 je viens si quelqu’un apporte le sel, la cantine n’en a plus.'),
    ],
    { minutesAgo: 2 * DAY },
  ),

  kudos(
    'laurie',
    'yann',
    'tempo',
    'Parti à 18 h un vendredi remplacer une vitre chez une dame de 86 ans. Elle nous a écrit. On a affiché la lettre.',
    [
      r(
        'helene',
        'J’ai lu la lettre en réunion de direction. Il y a eu un silence, puis un applaudissement.',
      ),
      r('frederic', 'Il ne l’avait dit à personne, évidemment.'),
      r('yann', 'Elle m’a donné un pot de confiture. Je ne le partage pas.'),
      r('romain', 'La vitre venait de chez nous, 14 h 10, équipe B. On prend un quart de la confiture.'),
    ],
    { minutesAgo: 2 * DAY + 4 * HOUR },
  ),

  message(
    'ines',
    'tempo',
    'On ouvre la scierie de Champagnole aux curieux, un vendredi matin du mois prochain. Le car part de Castres la veille, il reste huit sièges, et Gilles promet de laisser toucher le premier trait de scie.',
    [
      r('gilles', 'Toucher avec les yeux, Inès. Avec les yeux.'),
      r('regine', 'Nos bûcherons viendront aussi, ils n’ont jamais vu une fenêtre sortir de leurs sapins.'),
      r('theo', 'Les apprentis ont le droit ?', r('awa', 'Les apprentis sont même prioritaires, écris-moi.')),
    ],
    { image: scierie('Grumes empilées devant une forêt de sapins'), minutesAgo: 2 * DAY + 7 * HOUR },
  ),

  message(
    'helene',
    'tempo',
    'La nouvelle version de Tempo arrive dans deux semaines. Le bouton « Arrêt » passe à gauche, comme demandé à Cholet et à Castres, et rien d’autre ne bouge côté atelier. Si vous voyez autre chose bouger, dites-le ici, je lis.',
    [
      r('abdel', 'Bouton à gauche : les gauchers de la ligne 2 te remercient. Nous sommes trois.'),
      r(
        'hugo',
        'On pourra l’essayer avant tout le monde ?',
        r('thomas', 'Oui, cinq postes de test à Castres dès lundi, Inès a la liste.'),
      ),
      r('corinne', 'Quand c’est annoncé comme ça, deux semaines avant et en trois phrases, je signe.'),
    ],
    { minutesAgo: 2 * DAY + 10 * HOUR, topics: ['tempo-mobile'] },
  ),
])
