import { idea, keyed, kudos, message, ok, poll, practice, question, r } from '../post.ts'

export const nuit = keyed('nuit', [
  message(
    'abdel',
    'nuit',
    'Minuit douze, ligne 2 lancée, radio basse, tout le monde est là. C’est l’heure où je préfère ce boulot.',
    [
      r('jennifer', 'Moi c’est 4 h 50, quand le ciel change derrière les sheds.'),
      r('joao', 'À Valence c’est 2 h : plus un camion, on entend le Rhône si on ment un peu.'),
    ],
  ),
  question(
    'joao',
    'nuit',
    'Vous mangez quoi à 1 h du matin pour tenir jusqu’à 5 ?',
    'Mon plat de pâtes me met au lit debout.',
    [
      ok(
        'ousmane',
        'Soupe à 23 h, œufs et pain à 2 h, et rien de sucré après 3. J’ai mis huit ans à trouver.',
      ),
      r('jennifer', 'Une pomme à 4 h, pour croquer. Ça réveille la mâchoire.'),
      r('abdel', 'Le couscous du jeudi, réchauffé, en petite portion. La grande, c’est la sieste.'),
    ],
  ),
  practice(
    'jennifer',
    'nuit',
    'Les annonces du jour relues à voix haute à 21 h',
    [
      'Les messages de la journée tombaient pendant qu’on dormait, on apprenait tout trois jours après.',
      'À 21 h, une personne lit les trois choses du jour à toute l’équipe, debout, deux minutes.',
      'On arrive au même niveau que le matin, sans lire son téléphone en rentrant.',
    ],
    [
      r('nadia', 'J’écris désormais les annonces pour être lues à voix haute. Ça les raccourcit.'),
      r('joao', 'Ici on tourne : chacun son soir, avec sa voix de présentateur.'),
    ],
  ),
  kudos(
    'jennifer',
    'abdel',
    'nuit',
    'Coupure de courant à 1 h 30. Il connaissait l’ordre d’arrêt de chaque machine par cœur, dans le noir, et il a compté tout le monde deux fois.',
    [
      r('abdel', 'Trente-quatre, puis trente-cinq. Le trente-cinquième était un mannequin de formation.'),
      r('denis', 'Redémarrage à 2 h 15 sans une casse. J’ai dormi du reste de ma nuit, merci.'),
    ],
  ),
  message(
    'ousmane',
    'nuit',
    'Une chouette a passé la nuit sur la poutre du quai 7. On a chargé par le 8. Elle est partie à 5 h 10, sans dire au revoir.',
    [
      r('joao', 'Elle a supervisé quatorze palettes, sans une remarque.'),
      r(
        'christelle',
        'J’ai trouvé « quai 7 indisponible : chouette » dans le registre. Je n’ai rien corrigé.',
      ),
    ],
  ),
  idea(
    'joao',
    'nuit',
    'Le café-atelier à 21 h, une fois sur deux',
    'À 12 h 45, je dors. Ce n’est pas un reproche, c’est une phase du sommeil. Un sur deux à 21 h, et on viendra avec des questions.',
    [
      r(
        'nadia',
        'Le prochain est à 21 h. Joséphine est d’accord, elle apporte son hygromètre et un thermos.',
      ),
      r('jennifer', 'Première fois qu’on me propose quelque chose à une heure où j’existe.'),
      r('helene', 'Je viendrai, et j’aurai fait la sieste.'),
    ],
  ),
  poll(
    'abdel',
    'nuit',
    'La pause longue, on la met quand en été ?',
    [
      ['23 h 30', 18],
      ['0 h 30', 57],
      ['1 h 30', 25],
    ],
    [
      r('ousmane', 'À 0 h 30 il fait enfin bon dehors, on mange sur les marches.'),
      r('jennifer', 'Et il reste encore de la soupe froide de Rosa. Décision facile.'),
    ],
    { months: [6, 7, 8] },
  ),
  question(
    'jennifer',
    'nuit',
    'Quelqu’un a une solution pour dormir quand les voisins tondent ?',
    'Troisième samedi de suite, 10 h, tondeuse à fil.',
    [
      ok(
        'abdel',
        'Je suis allé leur dire bonjour avec une tarte et mes horaires. Ils tondent à 16 h depuis deux ans.',
      ),
      r('joao', 'Un ventilateur, face au mur. Le bruit régulier mange l’autre.'),
      r('jennifer', 'Tarte déposée. Samedi silencieux. Le monsieur travaille de nuit à l’hôpital, en fait.'),
    ],
    { months: [4, 5, 6, 7, 8, 9] },
  ),
  message(
    'joao',
    'nuit',
    'La nuit du changement d’heure, on a vécu 2 h deux fois. Productivité record entre 2 h et 3 h. On suggère de recommencer.',
    [
      r('ousmane', 'Tempo a compté une heure de vingt minutes, il n’a pas compris non plus.'),
      r('thomas', 'Corrigé, l’heure double est bien double, et elle est payée.'),
    ],
    { months: [10, 11] },
  ),
  message(
    'abdel',
    'nuit',
    'Passage du directeur d’usine à 3 h, sans prévenir, avec des croissants chauds. On ne sait pas qui a le plus sursauté.',
    [
      r('jennifer', 'Il a tenu la colleuse dix minutes. Propre, mais lent.'),
      r('patrick', 'Il m’en parle encore à 11 h. Il voudrait revenir en hiver, il ne sait pas ce qu’il dit.'),
    ],
  ),
  practice(
    'ousmane',
    'nuit',
    'Le plan de chargement accroché à la première palette',
    [
      'On cherchait la feuille dans la cabine du chariot précédent, qui était parti.',
      'Le plan voyage sur la première palette, dans une pochette. La dernière palette le ramène au bureau.',
      'Vingt minutes par nuit, et plus de cris dans le talkie.',
    ],
    [
      r('samuel', 'Il me sert aussi au retour, quand le client appelle.'),
      r('joao', 'On a perdu une pochette en six semaines. Elle est à Lille, elle va bien.'),
    ],
  ),
  kudos(
    'joao',
    'ousmane',
    'nuit',
    'Le gamin intérimaire n’osait pas dire qu’il ne savait pas conduire le chariot latéral. Ousmane l’a vu en trois secondes, et il lui a dit qu’il cherchait justement quelqu’un à qui l’apprendre.',
    [
      r('ousmane', 'C’était vrai, en plus. Il a la main sûre.'),
      r('christelle', 'Ce gamin vient de demander s’il pouvait rester. La réponse est oui.'),
    ],
  ),
  message(
    'jennifer',
    'nuit',
    'Les néons de l’allée 9 sont enfin changés. On découvre que le sol est gris et non noir. Débat ouvert sur qui passe le balai.',
    [
      r('abdel', 'Je vote pour rendre les anciens néons.'),
      r('luc', 'Côté jour, on balaie le matin. Côté nuit, on éclairait peu. Chacun ses méthodes.'),
    ],
  ),
  question(
    'abdel',
    'nuit',
    'Comment on prévient la maintenance sans réveiller tout le monde ?',
    'Le numéro d’astreinte sonne chez Denis et aussi chez sa belle-mère, apparemment.',
    [
      ok(
        'denis',
        'Bouton « maintenance » dans Tempo : ça m’envoie un message, et ça ne sonne que si tu coches « machine arrêtée ». La belle-mère est retirée de la liste.',
      ),
      r('jennifer', 'Elle a répondu une fois. Elle avait un avis sur le variateur.'),
      r('denis', 'Le pire, c’est qu’il était bon.'),
    ],
    { topics: ['tempo-mobile'] },
  ),
  message(
    'ousmane',
    'nuit',
    'On est dix-huit ce soir au lieu de vingt-deux, gastro partout. On ne fait que les urgences et on laisse le reste propre pour le matin. Prenez soin de vous, lavez les volants.',
    [
      r('joao', 'Volants lavés. On a retrouvé un autocollant de 2015 dessous.'),
      r('christelle', 'Merci d’avoir choisi, et de l’avoir dit. Le matin s’organise autour.'),
    ],
    { months: [12, 1, 2, 3] },
  ),
  idea(
    'abdel',
    'nuit',
    'Une boîte à questions pour le bureau qui dort',
    'À 3 h on a de très bonnes questions et personne pour répondre. Si elles étaient classées par métier à 7 h, on aurait les réponses à 21 h.',
    [
      r('awa', 'Je prends celles des ressources humaines, réponse avant 16 h, promis écrit.'),
      r('karim', 'Les achats aussi, à condition que personne ne demande un canapé.'),
      r('joao', 'Trop tard.'),
    ],
  ),
  message(
    'jennifer',
    'nuit',
    'Rosa part vendredi après vingt-neuf ans de nuits. Elle dit qu’elle va enfin savoir ce que les gens font le mardi soir. Livre d’or à la pause, près du four.',
    [
      r('abdel', 'Elle m’a appris à écouter les machines et à me taire au bon moment.'),
      r('ousmane', 'Depuis Valence : dites-lui qu’on connaît sa soupe de réputation.'),
      r('helene', 'Je serai là à 23 h, avec des fleurs et des questions.'),
    ],
  ),
  message(
    'joao',
    'nuit',
    'Le 31 au soir on est six, volontaires, pour les urgences. À minuit on a prévu de s’embrasser sur le quai 5, puis de fermer le quai 5 parce qu’il fait moins trois.',
    [
      r('dominique', 'J’ai laissé six parts de bûche dans le frigo du bureau, étiquetées et comptées.'),
      r('abdel', 'La ligne 2 dort jusqu’au 2. On vous envoie un bonne année par télépathie.'),
    ],
    { months: [12] },
  ),
])
