import { idea, keyed, kudos, message, ok, poll, practice, question, r } from '../post.ts'
import { facade, halle } from '../scenes.ts'

const mobile = { topics: ['tempo-mobile'] }
const launch = { afterLaunch: true as const }

/** The community at large: the tool, the company, and what everybody has an opinion about. */
export const tempo = keyed('tempo', [
  message(
    'nadia',
    'tempo',
    'Bienvenue à celles et ceux qui arrivent cette semaine. Rien à apprendre par cœur : on lit, on demande, on raconte ce qu’on fait. Le premier message peut tenir en une ligne, certains des meilleurs tiennent en six mots.',
    [
      r('luc', '« Je colle et je tiens bon. » Voilà, six.'),
      r('soizic', 'Je découvre des collègues que j’ai au téléphone depuis dix ans. Ils ont des visages.'),
      r('bruno', 'Le mien est d’époque.'),
    ],
    { ...launch, image: facade('Des collègues aux fenêtres d’un même immeuble') },
  ),
  message(
    'thomas',
    'tempo',
    'On a lu les deux cent dix retours du pilote, un par un, à quatre, avec des brioches. Dix-sept changements sont faits, neuf sont en cours, et trois ne se feront pas. On écrit pourquoi pour chacun.',
    [
      r('abdel', 'Le « pourquoi pas » est plus utile que le « oui » d’habitude. Merci de l’écrire.'),
      r('hugo', 'La mienne est dans les trois. L’explication tient debout, je râle par principe.'),
      r('corinne', 'Première fois que je vois revenir une réponse sur une demande d’écran.'),
    ],
    mobile,
  ),
  question(
    'mireille',
    'tempo',
    'Comment je corrige une quantité déclarée il y a deux jours ?',
    'J’ai mis 48 au lieu de 84, et depuis l’écran me regarde fièrement.',
    [
      ok(
        'bastien',
        'Menu « Mes déclarations », tu ouvres la ligne, « rectifier ». Jusqu’à sept jours en arrière, avec un mot d’explication.',
      ),
      r('patrick', 'Et personne ne te dispute : il y en a deux par jour dans mon équipe, dont les miennes.'),
      r('mireille', 'Rectifié. Explication : « les chiffres dansaient ».'),
    ],
    mobile,
  ),
  poll(
    'thomas',
    'tempo',
    'Qu’est-ce qu’on améliore en premier dans Tempo ?',
    [
      ['L’écran au soleil et avec des gants', 44],
      ['La saisie à plusieurs', 31],
      ['Les recherches', 16],
      ['Le bouton d’urgence', 9],
    ],
    [
      r('rachid', 'Les gants : j’en porte en ce moment, cette phrase m’a pris la pause.'),
      r('celine', 'La recherche : j’ai tapé « limon » et trouvé une recette de tarte.'),
      r('thomas', 'Gants et soleil partent en premier, la tarte restera.'),
    ],
    mobile,
  ),
  idea(
    'mehdi',
    'tempo',
    'Choisir ensemble ce qui vient ensuite',
    'On nous demande nos idées, puis elles disparaissent dans une liste qu’on ne voit pas. Affichons la liste, votons une fois par mois, et qu’on sache ce qui est choisi.',
    [
      r(
        'thomas',
        'La liste est visible depuis ce matin, dans l’ordre des votes. Ça fait un peu peur et c’est très bien.',
      ),
      r('gaelle', 'Numéro un : « prévenir avant de bouger un bouton ». On se comprend.'),
      r('helene', 'Je m’engage à commenter les cinq premières chaque mois, ici et nulle part ailleurs.'),
      r('jeanmarc', 'J’en ai vu une de notre atelier en quatrième, il y a des sourires à la machine à café.'),
    ],
    mobile,
  ),
  message(
    'helene',
    'tempo',
    'J’ai passé la journée sur la ligne 2 à Cholet. J’ai cassé deux parcloses, j’ai compris pourquoi l’écran doit se lire de biais, et on ne m’a pas ménagée. Je reviens quand vous voulez.',
    [
      r('abdel', 'Trois parcloses. On en avait caché une.'),
      r('romain', 'Elle a tenu le rythme après la pause, il faut le dire aussi.'),
      r('helene', 'Trois, alors. Les morceaux sont sur mon bureau, pour les réunions qui s’éternisent.'),
    ],
    { image: halle('La halle de Cholet, des collègues devant l’entrée') },
  ),
  question(
    'olivier',
    'tempo',
    'Qui décide de ce qui s’affiche sur les écrans d’atelier ?',
    'On m’a demandé d’y mettre une promotion, j’ai un doute.',
    [
      ok(
        'agathe',
        'Chaque site a une personne qui tient son écran. Ce qui sert à travailler ou à rire passe. Les promotions, non.',
      ),
      r('patrick', 'Merci. Hier on avait l’horoscope, j’ai cherché le bouton.'),
      r('olivier', 'Doute confirmé, promotion rangée.'),
    ],
  ),
  kudos(
    'nadia',
    'bastien',
    'tempo',
    'Soixante-trois téléphones aidés en une semaine, un par un, à la cantine de Valence, entre l’entrée et le dessert. Il connaît désormais le menu par cœur.',
    [
      r('bastien', 'Le mardi, évitez les quenelles.'),
      r('fatou', 'Ma ligne entière est connectée, même celui qui n’aime rien.'),
      r('rachid', 'Il m’a appris à agrandir le texte. Je voyais tout petit depuis 2018.'),
    ],
    launch,
  ),
  message(
    'awa',
    'tempo',
    'Les entretiens de l’année peuvent désormais citer ce qu’on a transmis : un geste expliqué, quelqu’un d’accueilli, une question réglée. C’est la personne qui choisit ce qu’elle montre, personne d’autre.',
    [
      r('sofia', 'Que ce soit moi qui choisisse, ça change toute la phrase.'),
      r(
        'jeanmarc',
        'Et du temps pour le faire, sinon on transmet en courant.',
        r('awa', 'Deux heures par semaine pour les Éclaireurs, écrites dans la fiche de poste.'),
      ),
    ],
  ),
  poll(
    'awa',
    'tempo',
    'Sur quoi aimeriez-vous une formation courte, sur temps de travail ?',
    [
      ['Lire un plan', 27],
      ['Teintes et vernis', 35],
      ['Parler devant un groupe', 14],
      ['Premiers secours', 24],
    ],
    [
      r('theo', 'Teintes, mais avec Joséphine, pas avec un diaporama.'),
      r('josephine', 'Je prends quatre personnes par session, tablier fourni.'),
      r('olivier', 'Le plan, s’il vous plaît. Six ans aux ventes, je fais encore semblant.'),
    ],
    { choice: 'multiple' },
  ),
  question(
    'moussa',
    'tempo',
    'Ça marche sans réseau, au fond d’une cave ?',
    'Chez les clients je capte une barre, et encore, en levant le bras.',
    [
      ok(
        'yann',
        'Oui. Tu écris, ça reste dans le téléphone, et ça part tout seul en remontant. Testé dans un parking à trois étages.',
      ),
      r('thomas', 'La photo aussi attend son tour. Si l’appli est fermée, elle repart à l’ouverture.'),
      r('moussa', 'Déclaré depuis une cave à vin. Longue cave.'),
    ],
    mobile,
  ),
  message(
    'karim',
    'tempo',
    'Je ne publiais jamais rien. J’ai posé une question mardi, six réponses en une heure, dont une à 3 h du matin. J’ai gagné une journée de recherche et j’ai l’impression d’avoir une plus grande entreprise.',
    [
      r('thi', 'On était déjà là, tu sais.'),
      r('abdel', 'À 3 h, répondre à une question d’achats, c’est exotique.'),
      r(
        'nadia',
        'Je peux citer ta dernière phrase dans le bilan ?',
        r('karim', 'Oui, avec mon nom et sans la photo.'),
      ),
    ],
  ),
  practice(
    'ines',
    'tempo',
    'Répondre même pour dire qu’on ne sait pas',
    [
      'Une question restait trois jours sans un mot, et la personne n’en posait plus.',
      'Si on passe et qu’on ne sait pas, on écrit qui pourrait savoir. Une ligne, avec un nom.',
      'Première réponse en moins d’une heure les jours de semaine, et deux tiers viennent de quelqu’un d’un autre site.',
    ],
    [
      r('gilles', 'Je ne sais pas, mais Odile saura. Je m’entraîne.'),
      r('odile', 'Je saurai, mais après la soupe.'),
      r('laurie', 'C’est ce qu’on fait au téléphone depuis toujours, ravie de voir que ça s’écrit.'),
    ],
  ),
  message(
    'patrick',
    'tempo',
    'Mon équipe a son propre coin depuis six mois, et je n’y lis jamais de plaintes sur les autres équipes. Au début je croyais qu’ils se retenaient. En fait, ils se parlent.',
    [
      r('gaelle', 'On se retenait un peu, la première semaine.'),
      r('corinne', 'L’équipe A lit aussi, on confirme que vous êtes fréquentables.'),
    ],
  ),
  question(
    'soizic',
    'tempo',
    'Comment je retrouve un message vu hier et reperdu ?',
    'Il y avait une photo de joint et le mot « capricieux ».',
    [
      ok(
        'clara',
        'La loupe en haut, un mot du message, et le filtre « avec image ». Pour la prochaine fois : le marque-page le garde de côté.',
      ),
      r('luc', '« Capricieux », c’était moi. Le joint, pas moi.'),
      r('soizic', 'Retrouvé, et mis de côté avec dix autres que je relirai, promis, un jour.'),
    ],
    mobile,
  ),
  message(
    'frederic',
    'tempo',
    'Réunion des poseurs ce matin à 6 h 45, dix minutes sur Tempo, debout, entre les camionnettes. Vingt et un comptes créés avant le deuxième café. La méthode : celui qui sait aide son voisin, et personne ne monte sur scène.',
    [
      r('melanie', 'Et on est partis à l’heure, c’est moi qui l’écris donc c’est vrai.'),
      r('nadia', 'Je veux bien la même chose mardi, avec ceux de l’Essonne.'),
      r('moussa', 'Mon voisin, c’était Frédéric. Il a demandé de l’aide pour la photo.'),
    ],
    launch,
  ),
  idea(
    'agathe',
    'tempo',
    'Un portrait par mois, écrit par un collègue d’un autre site',
    'On envoie quelqu’un de Nantes regarder travailler quelqu’un de Castres, une demi-journée, et l’article a forcément de la sciure dedans.',
    [
      r('fatou', 'Je veux bien être racontée, mais par quelqu’un qui n’a pas peur du froid.'),
      r('nora', 'Je prends Valence. J’ai un bonnet.'),
      r('gilles', 'Venez, on vous donnera une brosse et un casse-croûte.'),
    ],
  ),
  kudos(
    'thomas',
    'ines',
    'tempo',
    'Elle a testé l’écran avec des gants, dans le noir, de la main gauche, et pendant que Bruno lui parlait. Elle a trouvé ce que douze tests n’avaient pas vu.',
    [r('ines', 'Le test le plus dur, c’était Bruno.'), r('bruno', 'Je disais des choses importantes.')],
    mobile,
  ),
  message(
    'sofia',
    'tempo',
    'Je viens de voir mon astuce appliquée à Valence, avec la photo, par quelqu’un que je ne connais pas. Elle l’a améliorée. Je suis contente et un tout petit peu vexée.',
    [
      r('fatou', 'C’est moi. Je t’ai laissé le meilleur coin du cadre.'),
      r('mehdi', 'C’est exactement pour ce tout petit peu-là qu’on est là.'),
    ],
  ),
  poll(
    'nadia',
    'tempo',
    'La mascotte cherche un nom : vos trois propositions les plus citées',
    [
      ['Parclose', 47],
      ['Micro-arrêt', 33],
      ['Copeau', 20],
    ],
    [
      r('beatrice', 'Il existe déjà un Parclose, et il porte plainte.'),
      r('abdel', 'Micro-arrêt se repose entre deux siestes, c’est le nom juste.'),
    ],
  ),
  question(
    'rachid',
    'tempo',
    'On peut écrire dans sa langue ?',
    'Deux collègues du quai écrivent mieux en portugais, et ils n’osent pas.',
    [
      ok(
        'nadia',
        'Oui, dans n’importe laquelle. Quelqu’un traduira dans les réponses. Ce qui compte, c’est que ce soit dit.',
      ),
      r('joao', 'Sou eu. Et je traduis pour les timides.'),
      r('hannah', 'And we do read English here, quietly but warmly.'),
    ],
    launch,
  ),
  message(
    'gaelle',
    'tempo',
    'J’ai demandé « qui a le manuel de la vieille presse à cadres » et j’ai reçu trois manuels, deux histoires et une recette. La presse est partie en 2016, mais j’ai gardé la recette.',
    [
      r('stephane', 'La recette est de ma femme, elle vous salue.'),
      r('mireille', 'Testée ce week-end. Doublez le beurre.'),
    ],
  ),
  message(
    'nadia',
    'tempo',
    'Rentrée : on repart doucement. Pas de grand lancement, juste trois questions que vous m’avez laissées en juillet, et qui méritent mieux qu’un transat.',
    [
      r('celine', 'Je lève la main pour la deuxième, j’ai eu tout l’été pour y penser.'),
      r('denis', 'Revenu ce matin. La cafetière aussi est en panne, je commence par elle.'),
      r('samuel', 'J’ai quatre cents messages non lus et je ne lirai que celui-ci.'),
    ],
    { months: [9] },
  ),
  message(
    'awa',
    'tempo',
    'Les congés de fin d’année se posent jusqu’au 15. Cette année on a écrit les règles de roulement en une page, et les équipes de Valence les ont relues avant nous. Elle est plus juste qu’avant, et plus courte.',
    [
      r('dominique', 'On a surtout enlevé le mot « sauf ».'),
      r('jennifer', 'Côté nuit, le roulement tombe enfin un an sur deux. Noté.'),
    ],
    { months: [10, 11] },
  ),
  message(
    'helene',
    'tempo',
    'Bonne année à toutes et tous. Les vœux durent douze minutes, filmés dans trois ateliers, et sans pupitre. S’il y a des questions, je reste à la cantine de Cholet jusqu’à 14 h.',
    [
      r('mireille', 'Venue, restée, et a même débarrassé son plateau. Je certifie.'),
      r('josephine', 'Sans pupitre, on entend mieux.'),
      r('yann', 'Vu depuis une camionnette en pause sandwich, son très correct.'),
    ],
    { months: [1] },
  ),
  message(
    'agathe',
    'tempo',
    'Galette dans les six sites le même jour, fèves faites à l’affûtage en chutes de hêtre. On en a cent vingt. Si vous en avalez une, elle est certifiée sans colle.',
    [
      r('stephane', 'Chaque fève est affûtée au premier degré seulement.'),
      r('thi', 'J’ai eu une mini-crémone, je la garde sur l’établi.'),
      r('nora', 'Mon fils a cru que c’était une vis. Bon réflexe, mauvais site.'),
    ],
    { months: [1] },
  ),
  message(
    'nadia',
    'tempo',
    'Février est toujours un mois calme : vacances par zones, fatigue, nuit à 17 h 30. On ne force rien. Deux rendez-vous courts, et une question chaque mardi pour ceux qui ont un moment.',
    [
      r('ousmane', 'La question du mardi, je la lis à la nuit le mardi soir. On répond le mercredi à 4 h.'),
      r('clara', 'Mes enfants sont en zone B, je suis en zone canapé.'),
    ],
    { months: [2] },
  ),
  message(
    'gilles',
    'tempo',
    'Le muguet pousse tout seul derrière le parc à grumes. Un brin sur chaque camion qui descend ce matin. Un poseur de Lieusaint m’a demandé si c’était un accessoire.',
    [
      r('frederic', 'C’était moi. J’ai cherché la référence.'),
      r('dominique', 'Quatre brins accrochés aux portes des quais, le hall sent bon pour la première fois.'),
    ],
    { months: [5] },
  ),
  message(
    'samuel',
    'tempo',
    'Vendredi, pont partout : dix-sept camions au lieu de trente et un. Si quelqu’un a une livraison à faire passer en douceur, c’est le jour.',
    [
      r('melanie', 'Le garde-corps de la médiathèque, trois mètres quarante, très doux.'),
      r('karim', 'Et mes six palettes de poignées, tant qu’on y est.'),
    ],
    { months: [5] },
  ),
  message(
    'bastien',
    'tempo',
    'Fermeture estivale : le support reste ouvert de 8 h à 16 h, à deux, avec un ventilateur chacun. Si c’est cassé, on répond. Si c’est chaud, on compatit.',
    [
      r('moussa', 'La pose ne ferme pas, alors merci.'),
      r('soizic', 'Testé hier : réponse en six minutes, compassion incluse.'),
    ],
    { months: [7, 8] },
  ),
  practice(
    'nora',
    'tempo',
    'Répondre par une photo',
    [
      'J’expliquais un joint en cinq lignes, et on me répondait « lequel ? ».',
      'Une photo avec une flèche au doigt, et une seule phrase dessous.',
      'Deux allers-retours au lieu de sept, et les collègues des autres sites comprennent sans me connaître.',
    ],
    [
      r('laurie', 'J’ajoute un stylo dans l’image pour l’échelle, toujours le même.'),
      r('bruno', 'Ma flèche est un doigt. Il est large, mais il montre.'),
    ],
  ),
  question(
    'celine',
    'tempo',
    'Qui ose demander à quoi sert le point hebdomadaire du mercredi ?',
    'Moi, donc. J’y vais depuis deux ans, je prends des notes, je ne les relis pas.',
    [
      ok(
        'christelle',
        'À se dire trois choses, dont une suffirait ici. On l’essaie par écrit pendant un mois et on regarde si quelqu’un manque à quelqu’un.',
      ),
      r('thomas', 'Essai commencé. Personne n’a rien remarqué, ce qui est une réponse.'),
      r('mathilde', 'Moi, les gens me manquent. On garde le café du mercredi, sans ordre du jour.'),
    ],
  ),
  message(
    'josephine',
    'tempo',
    'Onze personnes sont venues à l’atelier de Champagnole pour voir un hygromètre. Je n’aurais jamais cru écrire cette phrase.',
    [
      r('odile', 'Douze avec le facteur.'),
      r('patrick', 'On est repartis avec de la sciure dans les poches et une méthode.'),
      r('emilie', 'La cabine a été prise en photo plus de fois que moi en trente ans.'),
    ],
  ),
  kudos(
    'helene',
    'gilles',
    'tempo',
    'Il a répondu à une question d’une collégienne sur les cernes des arbres, avec un dessin, un samedi. Elle en a fait son exposé, et elle a eu 19.',
    [
      r('gilles', 'Il manquait l’écorce sur le dessin, d’où le point perdu.'),
      r('regine', 'L’arbre du dessin existe, il est à nous, il vous remercie.'),
    ],
  ),
  message(
    'clara',
    'tempo',
    'J’ai dessiné un détail en pensant à une main précise, celle de Joséphine. Il paraît que ça se voit. Je ne sais pas si je dois m’excuser auprès de toutes les autres mains.',
    [
      r('josephine', 'Le chanfrein tombe pile où je pose le pouce. Ne t’excuse de rien.'),
      r('ludovic', 'Pour les gros pouces de Castres, prévoir un demi-millimètre de plus.'),
    ],
  ),
  poll(
    'cyril',
    'tempo',
    'Dans quel lieu aimeriez-vous la prochaine rencontre des six sites ?',
    [
      ['À la scierie, dehors', 46],
      ['Dans la halle de Cholet', 29],
      ['Au bord du Rhône', 25],
    ],
    [
      r('gilles', 'Dehors, donc avec un plan B couvert. J’ai un hangar et des bancs.'),
      r('joao', 'Le Rhône, la nuit, c’est ma meilleure proposition et la moins raisonnable.'),
    ],
    { choice: 'single' },
  ),
  message(
    'mathilde',
    'tempo',
    'On a compté : trente-deux questions posées cette semaine, vingt-neuf ont une réponse retenue. Les trois autres attendent, elles sont en haut de la page, elles ne mordent pas.',
    [
      r('abdel', 'J’en prends une à 2 h si personne n’en veut avant.'),
      r('sandrine', 'La mienne est dedans, et elle mord un petit peu.'),
    ],
  ),
  message(
    'monique',
    'tempo',
    'Ma petite-fille m’a demandé ce que je faisais au travail. Je lui ai montré les escaliers partis cette année sur une carte. Il y en a jusqu’à Bergen. Elle a dit : « tu fais monter les gens. »',
    [
      r('bruno', 'On ne trouvera pas mieux pour la plaque de l’entrée.'),
      r('hannah', 'Bergen was ours, third floor, no lift. They send their thanks.'),
      r('agathe', 'Je te réserve la une du prochain journal, avec la carte et son accord à elle.'),
    ],
  ),
  question(
    'odile',
    'tempo',
    'Est-ce que quelqu’un compte vraiment les heures passées ici ?',
    'On me l’a demandé à la pause, et j’ai répondu « je crois que non ». Croire, c’est maigre.',
    [
      ok(
        'nadia',
        'Non. Rien ne mesure le temps passé, ni qui a lu quoi. On compte des groupes, jamais des personnes, et c’est écrit dans la charte.',
      ),
      r('cyril', 'Le comité social l’a vérifié ligne par ligne avant l’ouverture, moi avec.'),
      r('odile', 'Alors je l’ai redit à la pause, et j’ai repris une tartine.'),
    ],
    launch,
  ),
])
