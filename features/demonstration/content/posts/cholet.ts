import { idea, keyed, kudos, message, ok, poll, practice, question, r } from '../post.ts'
import { atelier, halle } from '../scenes.ts'

export const cholet = keyed('cholet', [
  message(
    'patrick',
    'cholet',
    'Ligne 2 à l’arrêt dix minutes pour changement d’outil. Profitez-en pour saisir les micro-arrêts du matin, il y en a plus qu’on ne croit.',
    [
      r('gaelle', 'Quatre chez moi. Je les avais pris pour des soupirs.'),
      r('abdel', 'La nuit on en note sept en moyenne, dont cinq pour la même trappe.'),
    ],
  ),
  message(
    'luc',
    'cholet',
    'Le nouveau poste de collage est en service. On y voit enfin clair, et je découvre que mon établi est vert.',
    [
      r('mehdi', 'Tu as gardé l’ancienne lampe, j’espère. Elle a plus d’ancienneté que moi.'),
      r(
        'jennifer',
        'J’ai trouvé trois serre-joints que tout le monde croyait volés. Ils étaient dans l’ombre.',
      ),
      r('denis', 'Si ça clignote, ne tapez pas dessus. Appelez-moi, puis tapez dessus.'),
    ],
    { image: atelier('Nouveau poste de collage éclairé, un châssis de fenêtre au mur') },
  ),
  question(
    'theo',
    'cholet',
    'On coupe le dormant avant ou après avoir relu la fiche ?',
    'Je demande parce que j’ai vu les deux en une semaine, et que les deux collègues avaient l’air sûrs d’eux.',
    [
      ok('corinne', 'Avant de toucher la scie, toujours. La fiche change parfois entre 6 h et 6 h 10.'),
      r(
        'mireille',
        'Celui qui coupe sans relire, c’est celui que je revois à l’expédition avec un air gêné.',
      ),
      r('stephane', 'Relis deux fois, coupe une fois. Mon chef d’apprentissage l’avait tatoué, presque.'),
    ],
  ),
  practice(
    'denis',
    'cholet',
    'Le capteur de la trappe nettoyé à la soufflette douce',
    [
      'La trappe d’aspiration se bloquait deux à trois fois par nuit, et on changeait le capteur pour rien.',
      'Un coup de soufflette à basse pression à chaque prise de poste, lentille vers le bas.',
      'Aucun capteur changé depuis six semaines, contre un par quinzaine.',
    ],
    [
      r('abdel', 'Confirmé côté nuit. J’ai même retrouvé le temps de m’ennuyer.'),
      r('hugo', 'On a le même capteur sur le centre 4 à Castres, j’essaie lundi matin.'),
      r('patrick', 'Ajouté à la feuille de prise de poste, ligne 3, avant le café.'),
    ],
    { topics: ['réglage'] },
  ),
  kudos(
    'sandrine',
    'theo',
    'cholet',
    'Il a arrêté la ligne pour un défaut que personne n’avait vu, à son onzième jour d’apprentissage. Il avait raison : quarante montants seraient partis trop courts.',
    [
      r('theo', 'J’ai quand même relu la fiche trois fois avant d’oser.'),
      r('corinne', 'Arrêter une ligne à dix-sept ans, ça demande plus de cran que de la laisser tourner.'),
      r(
        'patrick',
        'Chez nous, qui arrête pour une bonne raison ne se fait jamais attraper. Qu’on se le redise.',
      ),
    ],
  ),
  message(
    'mireille',
    'cholet',
    'Objet trouvé du mois : une chaussure de sécurité, pied gauche, pointure 43, derrière le cerclage. Je n’imagine pas comment la personne est rentrée chez elle.',
    [
      r('luc', 'En boitant, mais en sécurité.'),
      r('gaelle', 'Le pied droit est aux vestiaires depuis mai. Quelqu’un vit une double vie.'),
      r('romain', 'Ça me rappelle le casier 112, qu’on n’ouvre plus.'),
    ],
  ),
  poll(
    'patrick',
    'cholet',
    'La cantine nous demande un plat à remettre à la carte',
    [
      ['Le parmentier', 38],
      ['La blanquette', 24],
      ['Le couscous du jeudi', 31],
      ['Rien, je viens avec ma gamelle', 7],
    ],
    [
      r('denis', 'Le couscous du jeudi avait fait monter la production, j’ai les courbes.'),
      r('thi', 'Je vote parmentier mais je veux voir les courbes de Denis.'),
    ],
  ),
  idea(
    'gaelle',
    'cholet',
    'Un chariot par commande, pas par machine',
    'Aujourd’hui une fenêtre voyage sur quatre chariots avant d’être assemblée. Si elle gardait le même du début à la fin, on arrêterait de chercher le quatrième montant.',
    [
      r(
        'mehdi',
        'On l’a essayé une semaine avec douze chariots. Il en faudrait trente, mais la recherche est tombée de vingt minutes à trois.',
      ),
      r('patrick', 'Dix-huit chariots dorment à la réforme, il leur manque surtout des roues.'),
      r('denis', 'Des roues, j’en ai. Apportez-moi les malades.'),
    ],
  ),
  message(
    'romain',
    'cholet',
    'Astuce du jour : une pince à linge pour tenir le joint pendant qu’on pose la parclose. Ma mère en a acheté cent, elle veut savoir à quoi elles servent vraiment.',
    [
      r('corinne', 'En bois ou en plastique ?', r('romain', 'En bois, on a une réputation.')),
      r('karim', 'Sur la note de frais, tu mets « outillage de précision ».'),
      r('yann', 'Je garde l’idée pour les vérandas, là-haut il me manque toujours une main.'),
    ],
  ),
  question(
    'jennifer',
    'cholet',
    'Combien de temps la colle reste bonne une fois le seau ouvert ?',
    'On n’est pas d’accord entre équipes : un dit la semaine, l’autre dit la journée.',
    [
      ok(
        'luc',
        'Trois jours si tu remets le couvercle et que tu écris la date dessus. Sans couvercle, elle fait une peau en quatre heures.',
      ),
      r('sandrine', 'Au contrôle on voit la différence au quatrième jour : le fil devient cassant.'),
      r('thi', 'D’où le feutre accroché au seau. Merci de ne plus l’emprunter.'),
    ],
  ),
  message(
    'abdel',
    'cholet',
    'Le passage de consignes tient maintenant sur une ardoise : ce qui tourne, ce qui boude, ce qu’on a promis. Trois lignes, et on se parle en vrai pour le reste.',
    [
      r('mehdi', 'Ce matin la troisième ligne disait « promis : du gâteau ». Promesse non tenue.'),
      r('patrick', 'Six minutes de relève au lieu de quinze, et on sait enfin ce qu’il y a derrière.'),
    ],
  ),
  message(
    'stephane',
    'cholet',
    'Les lames rendues à l’affûtage avec un mot dessus reviennent mieux réglées. Je dis ça comme ça. « Elle tire à droite » me suffit, « elle est nulle » beaucoup moins.',
    [
      r(
        'theo',
        'Et « elle m’a regardé de travers » ?',
        r('stephane', 'Recevable, si tu précises de quel côté.'),
      ),
      r('abdel', 'On va te faire une petite étiquette à cases, comme chez le cordonnier.'),
    ],
  ),
  practice(
    'corinne',
    'cholet',
    'Une craie de couleur par épaisseur de vitrage',
    [
      'Deux vitrages de 24 et 28 se ressemblent à bout de bras, on montait puis on démontait.',
      'Un trait de craie sur la tranche dès la réception : bleu pour 24, jaune pour 28.',
      'Neuf démontages en septembre, aucun en octobre.',
    ],
    [
      r(
        'romain',
        'Le daltonien de l’équipe demande un trait simple et un trait double, en plus de la couleur.',
        r('corinne', 'Fait, et merci : deux autres personnes n’osaient pas le dire.'),
      ),
      r('fatou', 'On peut recevoir déjà marqué à Valence, ça vous éviterait de le faire.'),
      r('sandrine', 'La craie part au chiffon, rien sur le joint. J’ai vérifié.'),
    ],
  ),
  message(
    'denis',
    'cholet',
    'Le compresseur 1 part en révision mardi. On tiendra sur le 2, mais pas si tout le monde souffle ses chaussures à 14 h pile.',
    [
      r('gaelle', 'Tu viens de décrire le moment préféré de l’équipe B.'),
      r('luc', 'Je propose les numéros pairs à 14 h et les impairs à 14 h 05.'),
      r('denis', 'Accordé, à condition que quelqu’un compte les chaussures de Mireille.'),
    ],
  ),
  question(
    'gaelle',
    'cholet',
    'Quelqu’un covoiture depuis Beaupréau pour l’équipe B ?',
    'La voiture est au garage jusqu’au 20 et le bus arrive dix minutes après la sirène.',
    [
      ok('romain', 'Je passe devant le rond-point à 12 h 25, tu montes sans sonner.'),
      r('mireille', 'Au retour je repars à 21 h 10 si tu finis avant lui.'),
      r('patrick', 'En attendant, dix minutes de souplesse, on les rattrape le jeudi.'),
    ],
  ),
  message(
    'thi',
    'cholet',
    'Pour la cale, prenez la bleue, pas la grise. La grise a perdu deux dixièmes depuis qu’elle sert à bloquer la porte.',
    [
      r('stephane', 'Je savais pour la porte. Je ne savais pas que vous saviez.'),
      r('denis', 'Je vous visse un vrai arrêt de porte demain matin, laissez les cales tranquilles.'),
    ],
  ),
  message(
    'sandrine',
    'cholet',
    'Trois mille deux cents fenêtres contrôlées ce mois-ci, onze retours. Le détail est au tableau, et il n’y a pas de noms dessus, seulement des gestes.',
    [
      r('luc', 'Six sur onze pour le même coin d’onglet : on tient le coupable.'),
      r('mehdi', 'Le coupable s’appelle butée 3, je m’en occupe à la pause.'),
      r('helene', 'Onze, et l’an dernier à cette date c’était vingt-six. Beau travail de fourmi.'),
    ],
  ),
  kudos(
    'mehdi',
    'denis',
    'cholet',
    'Venu un samedi matin pour un variateur, resté jusqu’à 15 h pour nous apprendre à le changer sans lui. C’est le plus beau dépannage que j’aie vu.',
    [
      r('denis', 'C’était intéressé : je voulais des week-ends.'),
      r('abdel', 'On l’a changé tout seuls mercredi à 3 h. Il tourne.'),
    ],
  ),
  message(
    'theo',
    'cholet',
    'J’ai monté ma première fenêtre entière. Elle ferme. Je l’ai ouverte et fermée une trentaine de fois, pardon pour le bruit.',
    [
      r('corinne', 'On a toutes et tous fait pareil, et on ment si on dit non.'),
      r('patrick', 'Elle part à Angers, chambre du fond. Quelqu’un va regarder la pluie à travers.'),
      r('bruno', 'Garde une chute du bois. Dans trente ans, tu seras content de l’avoir.'),
    ],
    { image: halle('La halle de Cholet, toiture en sheds, des collègues devant l’entrée') },
  ),
  idea(
    'mireille',
    'cholet',
    'Imprimer le bon de livraison du côté où on le scotche',
    'Il sort toujours plié du mauvais côté, donc on le replie, donc le code est dans le pli, donc le quai nous rappelle.',
    [
      r('bastien', 'C’est un réglage de bac, littéralement. Je passe vendredi.'),
      r('dominique', 'Le quai confirme : un appel sur deux vient de ce pli.'),
      r('mireille', 'Dire qu’on vivait avec depuis quatre ans.'),
    ],
  ),
  message(
    'luc',
    'cholet',
    'Il fait 31 °C sous les sheds à 15 h. Les bidons d’eau sont au pied des poteaux 4, 9 et 14, et la pause de 15 h 30 passe à vingt minutes jusqu’à vendredi.',
    [
      r('jennifer', 'À minuit il fait encore 27, on prend aussi la pause longue.'),
      r('cyril', 'Si quelqu’un a la tête qui tourne, on s’arrête et on s’assoit, on discute après.'),
    ],
    { months: [6, 7, 8] },
  ),
  message(
    'gaelle',
    'cholet',
    'Givre sur le parking ce matin, allée du fond. J’ai semé du sel jusqu’à la porte 2 mais le seau est vide.',
    [
      r('denis', 'Deux sacs neufs derrière le local compresseur, servez-vous.'),
      r('mireille', 'J’ai fait la porte 3 en patinant, note artistique correcte.'),
    ],
    { months: [12, 1, 2] },
  ),
  poll(
    'mehdi',
    'cholet',
    'On repeint le marquage au sol de l’allée 5, quelle largeur pour les piétons ?',
    [
      ['90 cm comme avant', 12],
      ['1,20 m', 61],
      ['1,50 m et on déplace le rack', 27],
    ],
    [
      r(
        'cyril',
        'À 1,20 m deux personnes se croisent sans se mettre de profil. C’est déjà une vie meilleure.',
      ),
      r('stephane', 'Déplacer le rack, c’est un dimanche et quatre volontaires. J’en suis, mais un seul.'),
    ],
  ),
  message(
    'patrick',
    'cholet',
    'Semaine des métiers : on a montré la ligne 2 à quatorze collégiens. Question la plus posée : « et si on se trompe ? » Bonne question, on y a passé une demi-heure.',
    [
      r('theo', 'J’ai répondu qu’on apprend à se tromper tôt. C’est sorti tout seul.'),
      r('awa', 'Deux demandes de stage dès le lendemain, dont une écrite sur du papier à petits chevaux.'),
    ],
    { months: [3, 4, 5, 10, 11] },
  ),
  question(
    'stephane',
    'cholet',
    'Qui a le réglet de 500 de l’affûtage ?',
    'Il porte une encoche à 312, je le reconnaîtrais entre mille.',
    [
      ok('abdel', 'Ligne 2, tiroir du bas. On croyait que l’encoche était un usage local.'),
      r('gaelle', 'Ça explique nos 312.'),
    ],
  ),
  practice(
    'thi',
    'cholet',
    'Deux boîtes de vis au lieu d’une',
    [
      'On s’apercevait que la boîte était vide quand elle était vide, et on attendait le réappro.',
      'Deux boîtes identiques l’une derrière l’autre. La première vide part au bout de l’allée, c’est elle qui passe commande.',
      'Plus une seule attente de visserie depuis deux mois sur l’assemblage A.',
    ],
    [
      r('gaelle', 'L’équipe B s’y met lundi, on a déjà volé vos boîtes.'),
      r('rachid', 'Côté réception je vois la différence : plus d’appel affolé à 17 h.'),
      r('jeanmarc', 'Simple au point d’en être vexant. On copie.'),
    ],
  ),
  message(
    'romain',
    'cholet',
    'Pour ceux qui demandent : non, on ne peut pas faire de double vitrage avec du film alimentaire. Oui, quelqu’un a essayé chez lui. Non, je ne dirai pas qui.',
    [r('luc', 'Ça isolait un peu, quand même.'), r('corinne', 'Luc vient de se dénoncer, dossier classé.')],
  ),
  kudos(
    'patrick',
    'jennifer',
    'cholet',
    'Elle a formé deux personnes au collage en pleine nuit, sans ralentir la ligne, et les deux savent expliquer pourquoi on attend avant de serrer.',
    [
      r('jennifer', 'Expliquer pourquoi, c’est plus long la première fois et plus court toutes les autres.'),
      r('luc', 'Je relis cette phrase et je la recopie au-dessus du poste.'),
    ],
  ),
])
