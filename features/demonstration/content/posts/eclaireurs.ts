import { idea, keyed, kudos, message, ok, poll, practice, question, r } from '../post.ts'

/** The eighty between themselves, and the committee that prepares what will be announced. */
export const eclaireurs = keyed('eclaireurs', [
  message(
    'nadia',
    'eclaireurs',
    'On s’est retrouvés à quatre-vingts hier à la scierie, et tout ce qui traînait depuis des semaines s’est réglé entre le fromage et le dessert. La prochaine fois, on commence par le fromage.',
    [
      r('mehdi', 'J’ai mis des visages sur vingt-deux noms. J’ai aussi perdu au palet.'),
      r('samuel', 'Le car du retour chantait. Je demande une enquête.'),
      r('gilles', 'Il reste un bonnet bleu et quatre idées, je garde le tout.'),
    ],
    { months: [4, 5, 6, 9, 10] },
  ),
  question(
    'ines',
    'eclaireurs',
    'Vous dites quoi à quelqu’un qui répond « encore un outil » ?',
    'Trois fois cette semaine, et je n’ai pas eu la bonne phrase.',
    [
      ok(
        'ousmane',
        '« Montre-moi ce qui t’agace. » Neuf fois sur dix ce n’est pas l’outil, c’est le mot de passe. Le dixième, je l’écoute pour de vrai.',
      ),
      r('fatou', 'Moi je montre la question à laquelle j’ai eu la réponse en douze minutes.'),
      r('cyril', 'Et si c’est non, c’est non. On repasse dans un mois, avec un croissant.'),
      r('ines', 'Le croissant marche à tous les étages, je le confirme.'),
    ],
  ),
  message(
    'laurie',
    'eclaireurs',
    'Je n’arrive plus à tenir mes deux heures : l’après-vente déborde jusqu’au 20. Je le dis ici plutôt que de faire semblant. Qui peut prendre mes deux accueils ?',
    [
      r('yann', 'J’en prends un, celui de Melun, on se connaît de vue.'),
      r('celine', 'Et moi l’autre. Tu me le rendras en histoires de chat.'),
      r('nadia', 'Ta place reste la tienne, reviens quand ça souffle moins.'),
    ],
  ),
  practice(
    'fatou',
    'eclaireurs',
    'Accueillir debout, à la machine, avec le téléphone de l’autre',
    [
      'En salle avec un écran géant, les gens disent oui et n’ouvrent jamais l’application.',
      'On va au poste, la personne tient son propre téléphone, et elle écrit son bonjour avant qu’on parte.',
      'Sur dix accueils ainsi faits, neuf reviennent d’eux-mêmes dans la semaine.',
    ],
    [
      r('mehdi', 'J’essaie avec les deux nouveaux de la découpe, sans écran géant.'),
      r('nora', 'Au bureau on a copié : on passe au poste, jamais en réunion.'),
    ],
  ),
  poll(
    'nadia',
    'eclaireurs',
    'On garde la réunion du cercle à quel rythme ?',
    [
      ['Toutes les deux semaines', 31],
      ['Tous les mois, plus longue', 54],
      ['Quand il y a quelque chose', 15],
    ],
    [
      r('bruno', 'Tous les mois, et on mange. Sinon ce n’est pas une réunion, c’est un appel.'),
      r('hannah', 'Monthly suits us too, and we promise to bring better biscuits than last time.'),
    ],
  ),
  idea(
    'sofia',
    'eclaireurs',
    'Essayer la prochaine version deux semaines avant tout le monde',
    'On râle ensemble, on trouve les trous ensemble, et le jour de la sortie on sait répondre. Dix volontaires suffisent.',
    [
      r('thomas', 'Volontaires inscrits : onze, dont un qui a déjà trouvé quelque chose.'),
      r('bastien', 'C’est Hugo, il a appuyé trois fois au même endroit exprès.'),
      r('denis', 'Mettez-moi sur la machine la plus vieille du parc, elle ment moins.'),
    ],
  ),
  kudos(
    'nadia',
    'fatou',
    'eclaireurs',
    'Cent dix-huit caristes sans compte à Valence il y a un mois. Elle a demandé un QR au vestiaire, à hauteur de casier, et elle est restée à côté trois matins de suite à 4 h 45.',
    [
      r('fatou', 'J’avais apporté du thé. Le QR, c’était l’excuse.'),
      r('ousmane', 'J’ai pris les soirs. On s’est croisés deux fois, on avait la même tête.'),
    ],
    { afterLaunch: true },
  ),
  message(
    'clara',
    'eclaireurs',
    'Fin de mon tour sur le compte de l’entreprise. Le message qui a le mieux marché parlait d’une erreur de dessin. Celui que j’avais le plus soigné n’a ému que ma mère.',
    [
      r('ousmane', 'Je commence lundi, je vais donc rater quelque chose exprès.'),
      r('agathe', 'Ta mère compte, elle a partagé le lien à toute sa chorale.'),
      r('bruno', 'Garde-moi une erreur pour mon tour, je n’en fais presque plus.'),
    ],
  ),
  question(
    'yann',
    'eclaireurs',
    'Comment vous gérez un collègue qui râle en public ?',
    'Il a raison sur le fond, et tort sur les majuscules.',
    [
      ok(
        'sandrine',
        'Je réponds au fond devant tout le monde, et aux majuscules en privé, le lendemain. Le lendemain compte beaucoup.',
      ),
      r('denis', 'Une fois sur deux, il l’efface avant que j’arrive.'),
      r('yann', 'Il a répondu merci, en minuscules.'),
    ],
  ),
  message(
    'thomas',
    'eclaireurs',
    'Ce que vous avez fait remonter ce mois-ci : vingt-trois demandes. Sept sont dans la version en cours, cinq demandent une décision, et onze étaient en fait la même, dite onze fois. On a donc bien entendu.',
    [
      r('ludovic', 'La onzième, c’était moi, et je l’ai mieux dite.'),
      r(
        'mehdi',
        'Qui prend les cinq décisions ?',
        r('thomas', 'Trois chez moi avant vendredi, deux chez Hélène mardi. Réponse ici dans tous les cas.'),
      ),
    ],
  ),
  message(
    'bruno',
    'eclaireurs',
    'On me demande à quoi ça sert d’être Éclaireur. Ce matin : un jeune de Valence m’a envoyé sa photo de rampe, je lui ai rendu deux traits dessus, il a réussi à midi. Je n’ai pas de slogan.',
    [
      r('theo', 'Ce n’est pas moi, mais ça aurait pu.'),
      r('awa', 'Deux traits. Je vais l’écrire sur la porte du service formation.'),
    ],
  ),
  idea(
    'denis',
    'eclaireurs',
    'Un carnet de passation quand on quitte le rôle',
    'Celles et ceux qui partent savent tout et ne laissent rien. Une page : qui aider en premier, ce qui agace, où est le café.',
    [
      r('josephine', 'J’ai fait la mienne au crayon. Le café est sous le nuancier.'),
      r('cyril', 'Et une ligne sur ce qu’on a raté, c’est la plus utile.'),
      r('rachid', 'Je vote pour. Mon prédécesseur m’avait laissé un post-it : « bon courage ».'),
    ],
  ),
  question(
    'nora',
    'eclaireurs',
    'On répond aux questions à 22 h ou on attend le lendemain ?',
    'J’ai peur de passer pour quelqu’un qui ne dort pas, ou pour quelqu’un qui s’en moque.',
    [
      ok(
        'nadia',
        'Le lendemain. Ton message partira à 7 h si tu l’écris ce soir, c’est un bouton. Personne n’attend de toi que tu sois de nuit.',
      ),
      r('ousmane', 'Et nous on y est, de nuit. Laisse-nous les nôtres.'),
      r('celine', 'Je rédige à 22 h et j’envoie à 7 h. Ma réputation est intacte.'),
    ],
  ),
  message(
    'sandrine',
    'eclaireurs',
    'Une collègue m’a dit : « je viens sur Tempo parce que tu m’avais répondu, la première fois, et que tu avais mis mon prénom ». Ce n’est donc pas grand-chose, ce qu’on fait. C’est juste tous les jours.',
    [
      r('mehdi', 'Je relis ça les jours sans.'),
      r('hannah', 'This one I printed. It is above the kettle.'),
      r('frederic', 'Mettre le prénom : deux secondes. Je ne l’oublierai plus.'),
    ],
  ),
  poll(
    'thomas',
    'comite',
    'Quand annonce-t-on le changement du bouton ?',
    [
      ['Deux semaines avant', 71],
      ['Une semaine avant', 29],
      ['Le jour même', 0],
    ],
    [
      r('helene', 'Deux semaines, et je le dis moi-même. Trois phrases, pas quatre.'),
      r('agathe', 'J’ai une version à quatre phrases, je retire la belle.'),
    ],
  ),
  message(
    'nadia',
    'comite',
    'Point de la semaine : Valence et Lieusaint arrivent plus lentement que les autres, et ce n’est pas l’envie. Au quai, personne n’a de poche pour un téléphone. On cherche une solution avec une poche.',
    [
      r('awa', 'Le fournisseur des tenues propose une poche intérieure, trois euros de plus.'),
      r('patrick', 'Ou un support à la borne de pause. Denis en fait un en dix minutes.'),
      r(
        'helene',
        'La poche et le support. Trois euros contre deux cents personnes isolées, je ne discute pas longtemps.',
      ),
    ],
    { afterLaunch: true },
  ),
  message(
    'thomas',
    'comite',
    'Je propose qu’on dise non à la demande de mesurer les connexions par personne. Elle vient d’un service, elle est polie, et elle casserait ce qu’on construit.',
    [
      r('nadia', 'D’accord, et on l’explique au lieu de le refuser en silence.'),
      r('awa', 'La charte répond déjà : on compte des groupes. Je rédige une réponse courte.'),
      r('helene', 'C’est non, et je le signe.'),
    ],
    { afterLaunch: true },
  ),
  question(
    'agathe',
    'comite',
    'Qui relit mon texte sur les primes avant demain midi ?',
    'Je veux qu’il soit clair pour quelqu’un qui lit en marchant.',
    [
      ok(
        'patrick',
        'Lu en marchant, deux fois. Phrase trois trop longue, mot « modalités » à jeter, le reste passe.',
      ),
      r('awa', 'J’ai vérifié les chiffres, ils sont bons, y compris pour la nuit.'),
      r('agathe', 'Modalités à la benne. Publié à 11 h 40.'),
    ],
  ),
])
