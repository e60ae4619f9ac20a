import { idea, keyed, kudos, message, ok, poll, practice, question, r } from '../post.ts'
import { entrepot } from '../scenes.ts'

export const securite = keyed('securite', [
  message(
    'cyril',
    'securite',
    'Presqu’accident d’hier à Cholet : un montant tombé d’un rack, à un mètre d’un collègue. Personne n’a rien. On a trouvé pourquoi en dix minutes, parce qu’il l’a raconté tout de suite.',
    [
      r('patrick', 'La butée du rack était pliée depuis des semaines. On passait tous devant.'),
      r('denis', 'Les quatorze butées sont redressées, deux changées. J’ai fait le tour avec un maillet.'),
      r('mireille', 'Merci à lui d’avoir parlé au lieu de ramasser et de partir.'),
    ],
    { topics: ['sécurité'] },
  ),
  practice(
    'fatou',
    'securite',
    'Le couteau à lame rentrante attaché au poste',
    [
      'Neuf petites coupures en six mois, toutes au déballage, toutes le matin.',
      'Un couteau à lame rentrante par poste, au bout d’un fil enrouleur. Les vieux cutters sont partis dans une boîte scellée.',
      'Aucune coupure depuis quatorze semaines.',
    ],
    [
      r('joao', 'Au début on râle contre le fil. Après on ne cherche plus le couteau.'),
      r('cyril', 'Commande groupée pour les autres quais, dites combien de postes.'),
      r('beatrice', 'Trois pour le dépôt, et un fil très court pour Moussa.'),
    ],
  ),
  question(
    'theo',
    'securite',
    'On a le droit d’enlever les gants pour les petites vis ?',
    'Avec je les perds, sans je me fais gronder.',
    [
      ok(
        'cyril',
        'Il existe un modèle fin, doigts enduits, fait pour ça. Je t’en apporte deux paires, garde les gros pour le débit.',
      ),
      r('thi', 'Le modèle fin est au vestiaire A, tiroir 5, personne ne le savait.'),
      r('theo', 'Je ramasse les vis une par une, comme un chirurgien.'),
    ],
  ),
  message(
    'denis',
    'securite',
    'Consigner, ce n’est pas « j’ai dit à Luc de ne pas toucher ». Consigner, c’est un cadenas, une étiquette, et la clé dans ma poche. Rappel amical après la journée de mardi.',
    [
      r('luc', 'Je n’ai pas touché. Mais il a raison, j’aurais pu oublier.'),
      r('abdel', 'La nuit, on a doublé les cadenas : un par personne qui a les mains dedans.'),
      r('cyril', 'Cinq kits de plus arrivent lundi, avec des étiquettes qu’on peut lire de loin.'),
    ],
  ),
  kudos(
    'cyril',
    'ousmane',
    'securite',
    'Il a refusé de sortir un chariot dont le feu bleu ne marchait plus. Trois quarts d’heure de retard sur le quai, et c’était la bonne décision.',
    [
      r('ousmane', 'À l’angle du 14, le feu bleu, c’est mon deuxième klaxon.'),
      r('christelle', 'On a deux feux d’avance en réserve maintenant, ça n’arrêtera plus personne.'),
    ],
    { image: entrepot('Allée de racks, un chariot à l’arrêt') },
  ),
  idea(
    'mireille',
    'securite',
    'Un miroir au coin de l’expédition',
    'On débouche à trois en même temps, un chariot, un transpalette et moi avec mon café. Un miroir de parking ferait l’affaire.',
    [
      r('patrick', 'Commandé. En attendant, je mets une bande au sol et une tasse dessinée.'),
      r('ousmane', 'Chez nous on en a quatre, c’est le meilleur achat de la décennie.'),
      r('mireille', 'Installé ce matin. J’y ai surtout vu que j’avais du film dans les cheveux.'),
    ],
  ),
  question(
    'dominique',
    'securite',
    'Un chauffeur monte sur sa remorque sans casque, je fais quoi ?',
    'Il n’est pas de chez nous, et il pèse deux fois mon poids.',
    [
      ok(
        'cyril',
        'Tu arrêtes le chargement, poliment, et tu me passes le combiné. Le protocole qu’il a signé à l’entrée te donne raison.',
      ),
      r('samuel', 'Et j’appelle sa boîte dans la foulée. Ils préfèrent l’apprendre par nous.'),
      r('dominique', 'Il a mis le casque avant la fin de ma phrase. On a même ri.'),
    ],
  ),
  message(
    'beatrice',
    'securite',
    'Tri des escabeaux du dépôt : sur dix-neuf, sept partent à la benne. L’un d’eux tenait par de la peinture.',
    [
      r('frederic', 'C’était mon préféré, celui de la peinture. Adieu.'),
      r('cyril', 'Sept plateformes neuves livrées mercredi, avec des garde-corps et sans nostalgie.'),
    ],
  ),
  practice(
    'yann',
    'securite',
    'Deux minutes avant de monter',
    [
      'On arrivait, on déchargeait, on montait, et on découvrait le fil électrique en haut.',
      'Deux minutes à deux, au pied, à voix haute : qu’est-ce qui peut tomber, qui passe dessous, par où on descend.',
      'Sur soixante chantiers, on a changé d’avis onze fois avant de monter.',
    ],
    [
      r('moussa', 'La onzième, c’était un nid de frelons. Excellente idée, les deux minutes.'),
      r('melanie', 'Ajouté en première ligne de la feuille de chantier.'),
      r('helene', 'Onze fois. Je vais garder ce chiffre en tête quand on me parlera de délais.'),
    ],
  ),
  poll(
    'cyril',
    'securite',
    'Quart d’heure sécurité du mois, quel sujet ?',
    [
      ['Le dos, avec de vraies caisses', 43],
      ['Les produits chimiques du quotidien', 22],
      ['Se garer et marcher dans la cour', 35],
    ],
    [
      r('rachid', 'La cour. On y passe tous et personne n’y pense.'),
      r('josephine', 'Je peux faire les produits avec mes pots, les vrais, ceux qui piquent.'),
      r('cyril', 'Ce sera le dos ce mois-ci, la cour le suivant, et Joséphine après.'),
    ],
  ),
  message(
    'josephine',
    'securite',
    'Un masque à cartouche a une date. Les nôtres disaient mars. Mars de l’an dernier. Je les ai changés, et j’ai collé un calendrier à côté des cartouches, avec un feutre attaché.',
    [
      r('ludovic', 'Je viens de vérifier les miens. Je ne dirai pas le mois.'),
      r('emilie', 'Ajoute ton nom sur la boîte, on confond les visages mais pas les cartouches.'),
      r('cyril', 'Contrôle des six sites cette semaine, sans reproche : on regarde, on change, on note.'),
    ],
  ),
  kudos(
    'helene',
    'mireille',
    'securite',
    'Elle a repéré que la porte coupe-feu de la halle était calée par un extincteur. Deux problèmes en un, réglés avant midi.',
    [
      r('mireille', 'J’ai aussi trouvé qui l’avait calée. On s’est expliqués autour d’une brioche.'),
      r('denis', 'Aimant de retenue posé, la porte se ferme toute seule si ça sonne.'),
    ],
  ),
  question(
    'gilles',
    'securite',
    'Quel casque antibruit laisse passer les voix ?',
    'J’ai besoin d’entendre la lame et mon collègue, pas la cour.',
    [
      ok(
        'denis',
        'Le modèle à filtre actif : il coupe au-dessus de 82 et laisse la parole. Deux à l’essai partent par la navette.',
      ),
      r('luc', 'C’est celui que j’ai. On me parle, j’entends, je choisis de répondre.'),
      r('gilles', 'J’entends la lame chanter juste et Florian chanter faux. Adopté.'),
    ],
  ),
  message(
    'christelle',
    'securite',
    'Cent jours sans arrêt sur le quai. Je ne mets pas de compteur au mur : la dernière fois, plus personne n’osait dire qu’il s’était cogné. On fête ça avec des chouquettes et on continue à raconter.',
    [
      r('ousmane', 'Je me suis cogné lundi, au fait. Rien de cassé, mais l’étagère est trop basse.'),
      r('christelle', 'Voilà. Étagère remontée de vingt centimètres, et chouquette double.'),
      r('cyril', 'Je voudrais que tous les sites lisent ce message deux fois.'),
    ],
  ),
  idea(
    'celine',
    'securite',
    'Un point d’eau et un banc à l’ombre sur chaque parking',
    'Le moment où on se sent mal, c’est après le poste, dans la voiture à 45 °C. On s’assoit cinq minutes, on boit, on rentre.',
    [
      r('jeanmarc', 'Le banc de Castres est fait, en chutes de chêne, il pèse un cheval.'),
      r('cyril', 'Fontaines commandées pour les six sites. Le modèle résiste aux coups de pied.'),
      r('bruno', 'Le banc est signé dessous.'),
    ],
    { months: [5, 6, 7, 8] },
  ),
  message(
    'florian',
    'securite',
    'Verglas dans la descente du parc : j’ai fait trois mètres sur le dos, dignement. Sable sur toute la rampe, et on passe par l’escalier de la scierie jusqu’au dégel.',
    [
      r('odile', 'Rien de cassé ?', r('florian', 'Le thermos.')),
      r('gilles', 'Crampons à l’accueil, tailles 38 à 47, on rend le soir.'),
    ],
    { months: [12, 1, 2] },
  ),
  practice(
    'sandrine',
    'securite',
    'Le chariot bas pour les vitrages lourds',
    [
      'On portait à deux, dos tordu, sur huit mètres, vingt fois par jour.',
      'Un chariot à 40 cm du sol, garni de feutre. On bascule au lieu de soulever.',
      'Deux arrêts pour le dos l’an dernier, aucun cette année sur le poste.',
    ],
    [
      r('corinne', 'Le feutre change tout, les arêtes ne marquent plus.'),
      r('romain', 'Et on ne joue plus à savoir qui recule.'),
      r('yann', 'Je veux le même dans la camionnette, version pliante.'),
    ],
  ),
  question(
    'agathe',
    'securite',
    'On peut photographier un poste sans que tout le monde soit en tenue parfaite ?',
    'J’ai une photo superbe et une manche relevée.',
    [
      ok(
        'cyril',
        'Si la photo montre le métier, on refait la photo. Sinon quelqu’un copiera la manche. Je viens t’aider, on en profite pour prendre l’air.',
      ),
      r('josephine', 'Refaite à 8 h. La lumière était meilleure, la manche aussi.'),
    ],
  ),
  kudos(
    'patrick',
    'cyril',
    'securite',
    'Il a passé une nuit entière avec l’équipe, de 20 h 40 à 5 h, pour voir ce qu’on voit. Il a relevé douze choses, dont sept étaient de son côté à lui.',
    [
      r('cyril', 'J’ai surtout compris pourquoi personne ne lit mes affiches à 4 h du matin.'),
      r('jennifer', 'Les nouvelles sont écrites gros comme des plaques d’immatriculation. On les lit.'),
      r('abdel', 'Il a aussi mangé la soupe. Respect.'),
    ],
  ),
])
