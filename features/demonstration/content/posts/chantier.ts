import { idea, keyed, kudos, message, ok, poll, practice, question, r } from '../post.ts'
import { chantier as maison, escalier } from '../scenes.ts'

export const chantier = keyed('chantier', [
  message(
    'yann',
    'chantier',
    'Chantier de Troyes terminé : quatorze fenêtres, deux jours de pluie, un voisin qui voulait les mêmes avant midi. On lui a laissé la carte de Nora et un morceau de couvre-joint pour qu’il rêve.',
    [
      r('nora', 'Il a appelé à 12 h 04 avec le morceau dans la main.'),
      r('moussa', 'Précision : la pluie tombait surtout sur moi, Yann faisait l’intérieur.'),
      r(
        'clara',
        'Les jours de 12 mm étaient bons partout ?',
        r('yann', 'Partout sauf la cuisine, mur en ventre. Rattrapé au fond de joint.'),
      ),
    ],
    { image: maison('Maison aux fenêtres bleues neuves, une camionnette devant') },
  ),
  question(
    'moussa',
    'chantier',
    'Comment vous protégez un parquet ciré quand il faut passer l’escalier dessus ?',
    'Le carton glisse, la bâche glisse, et moi avec.',
    [
      ok(
        'frederic',
        'De la moquette de salon d’exposition, envers vers le haut. Les stands la jettent, le dépôt en garde deux rouleaux.',
      ),
      r('beatrice', 'Il en reste un et demi. Signez le cahier, je surveille.'),
      r('moussa', 'Ça ne bouge pas d’un millimètre. La cliente veut garder la moquette.'),
    ],
  ),
  practice(
    'frederic',
    'chantier',
    'La première fenêtre posée avec le client',
    [
      'Le client découvrait le sens d’ouverture à la fin, et parfois le regrettait.',
      'On pose la première avec lui, il l’ouvre, il dit oui, et on enchaîne les autres.',
      'Plus une seule inversion de sens depuis un an, et un café en prime.',
    ],
    [
      r('laurie', 'Les appels « j’aurais préféré de l’autre côté » ont disparu de ma liste.'),
      r('yann', 'Variante : on lui fait poser le cache-vis. Il en parle à tout le quartier.'),
      r(
        'melanie',
        'J’ai ajouté quinze minutes au planning de chaque pose pour ça. Ce n’est pas du temps perdu.',
      ),
    ],
  ),
  message(
    'laurie',
    'chantier',
    'Le chat du dépôt a élu domicile dans le casier des croisillons. On a essayé de le déplacer. Nous sommes maintenant plusieurs à avoir des griffures et lui a un coussin.',
    [
      r('beatrice', 'Il répond au nom de Parclose. Enfin, il ne répond pas.'),
      r(
        'samuel',
        'Il est inscrit au bordereau de dépôt ?',
        r('beatrice', 'Ligne 214, « divers, non gerbable ».'),
      ),
      r('soizic', 'C’est le premier message que je lis à voix haute à tout le plateau.'),
    ],
  ),
  kudos(
    'melanie',
    'moussa',
    'chantier',
    'Le client était sourd, le chantier bruyant, et Moussa a tout expliqué sur une planche avec un crayon. La planche est restée accrochée dans l’entrée, encadrée.',
    [
      r('moussa', 'Les dessins étaient moches mais il rigolait.'),
      r('awa', 'On a deux places pour une initiation à la langue des signes en mars, je t’en garde une.'),
    ],
  ),
  question(
    'melanie',
    'chantier',
    'Quel délai vous donnez entre la dépose et la pose en site occupé ?',
    'Un directeur d’école me demande « le temps d’une récréation ».',
    [
      ok(
        'frederic',
        'Une classe par demi-journée, dépose et pose dans la foulée, et on commence par la salle des maîtres. S’ils sont contents, le reste suit.',
      ),
      r('yann', 'Prévoir les dessins d’enfants scotchés aux vitres. On ne jette rien, jamais.'),
      r('melanie', 'Neuf classes en une semaine, et un goûter offert par les CE1.'),
    ],
    { months: [2, 4, 7, 8, 10] },
  ),
  message(
    'frederic',
    'chantier',
    'Il pleut sur le toit-terrasse, donc on ne monte pas. Le planning glisse d’un jour, le client râle deux heures, et tout le monde rentre entier. C’est un bon échange.',
    [
      r('cyril', 'Exactement la décision qu’on attend. Signée sans relecture.'),
      r('helene', 'S’il râle trois heures, tu me le passes.'),
    ],
  ),
  idea(
    'yann',
    'chantier',
    'Une caisse type par chantier, fermée la veille',
    'Ce matin j’ai fait cinquante kilomètres pour une boîte de vis de 6 par 80. La même caisse pour tout le monde, contrôlée le soir, et on roule moins.',
    [
      r('beatrice', 'J’ai préparé une liste de quarante-deux lignes. Rayez ce que vous n’utilisez jamais.'),
      r('moussa', 'Il manque les cales en coin et le sac poubelle. Surtout le sac poubelle.'),
      r('frederic', 'Six caisses prêtes lundi, on regarde dans un mois combien d’aller-retours en moins.'),
      r('beatrice', 'Premier bilan : dix-neuf voyages évités, et le chat dort dans la septième.'),
    ],
  ),
  poll(
    'frederic',
    'chantier',
    'On commence à quelle heure en juillet ?',
    [
      ['6 h', 33],
      ['6 h 30', 48],
      ['7 h comme d’habitude', 19],
    ],
    [
      r('moussa', 'À 6 h les voisins nous aiment moins, mais les vitrages ne brûlent pas les doigts.'),
      r('melanie', '6 h 30 retenu, avec accord du client écrit la veille.'),
    ],
    { months: [5, 6, 7] },
  ),
  message(
    'beatrice',
    'chantier',
    'Retour de chantier : sept tubes de mastic ouverts, dont un avec une paille dedans. J’aimerais comprendre la paille.',
    [
      r('moussa', 'La paille fait bouchon. C’est de la science.'),
      r('yann', 'Un bouchon perdu par tube en moyenne, étude personnelle sur dix ans.'),
      r('beatrice', 'Cent bouchons neufs au comptoir. Les pailles retournent à la cantine.'),
    ],
  ),
  practice(
    'moussa',
    'chantier',
    'Le seau de sable dans la camionnette',
    [
      'Cales de bois sous l’échafaudage en terrain mou : ça s’enfonce de travers.',
      'Deux planches de coffrage et un seau de sable pour mettre de niveau avant de monter.',
      'Vingt minutes gagnées à chaque montage, et des nuits plus tranquilles.',
    ],
    [
      r('cyril', 'J’ajoute une photo à la fiche échafaudage, avec ton accord.'),
      r('frederic', 'Et quand il gèle, le sable sert pour le trottoir du client.'),
      r('moussa', 'Accord donné, mais cachez mon bonnet.'),
    ],
  ),
  message(
    'melanie',
    'chantier',
    'Réception de la médiathèque sans réserve. Pas une. L’architecte a cherché vingt minutes, puis il a demandé si on faisait les cuisines.',
    [
      r('clara', 'On ne fait pas les cuisines, mais je garde cette phrase pour les jours sans.'),
      r('corinne', 'Les vitrages courbes sont passés entre vos mains sans une rayure, respect.'),
      r(
        'agathe',
        'Je peux aller la prendre en photo, avec vous dedans ?',
        r('melanie', 'Mardi à 9 h, on sera cinq et coiffés.'),
      ),
    ],
  ),
  question(
    'yann',
    'chantier',
    'Dans la pierre tendre, vous scellez ou vous chevillez ?',
    'Maison de tuffeau près de Saumur. La cheville tient un jour, puis on l’entend réfléchir.',
    [
      ok(
        'frederic',
        'Scellement chimique avec tamis long, perçage sans percussion, et tu laisses une heure de plus que la notice.',
      ),
      r('owen', 'En Angleterre on a le même souci dans la pierre de Bath, le tamis long marche aussi.'),
      r('yann', 'Quinze points scellés, testés au bras. La maison n’a rien senti.'),
    ],
  ),
  kudos(
    'frederic',
    'beatrice',
    'chantier',
    'Le dépôt était inondé de dix centimètres un dimanche soir. Elle a monté tous les vitrages sur palettes doubles, à la frontale, avec son mari et son beau-frère.',
    [
      r('beatrice', 'Le beau-frère demande encore quand il est payé.'),
      r('helene', 'Il l’est depuis ce matin, avec un mot. Merci à vous trois.'),
      r('laurie', 'Et le chat surveillait depuis l’étagère du haut, soyons justes.'),
    ],
    { months: [1, 2, 3, 10, 11] },
  ),
  message(
    'moussa',
    'chantier',
    'Le petit garçon de la maison a tenu le niveau toute la matinée. Il annonçait « bulle au milieu » comme un arbitre. On l’a payé en chutes de bois, il fait un bateau.',
    [
      r('yann', 'Il a refusé une fenêtre. Il avait raison, d’un demi-millimètre.'),
      r('theo', 'Dites-lui que les apprentis recrutent dans onze ans.'),
    ],
  ),
  message(
    'laurie',
    'chantier',
    'Top trois des appels de la semaine : « ma porte parle », « il y a de la buée dehors », « votre collègue a oublié son thermos, il est très bien ». Pour la troisième, on attend un propriétaire.',
    [
      r('frederic', 'Le thermos vert ? Il est à moi depuis 2011, je viens le chercher à genoux.'),
      r('mathilde', 'La buée dehors, c’est signe que ça isole. Je te fais une phrase pour le téléphone.'),
      r('gilles', 'Et la porte, elle disait quoi ?', r('laurie', '« Graissez-moi », selon Yann.')),
    ],
  ),
  idea(
    'melanie',
    'chantier',
    'Un plan de rue avec l’endroit où se garer',
    'Chaque équipe redécouvre les mêmes places impossibles. Si celui qui passe en premier laisse une photo et une flèche, les suivants gagnent un quart d’heure et une amende.',
    [
      r('yann', 'Je commence avec la rue des Tanneurs : trottoir droit, devant la boulangerie, avant 7 h.'),
      r('samuel', 'Les chauffeurs en veulent aussi, surtout les hauteurs de pont.'),
      r(
        'thomas',
        'Une photo et une flèche dans la fiche chantier : c’est en test chez vous depuis ce matin.',
      ),
    ],
  ),
  message(
    'yann',
    'chantier',
    'On a posé l’escalier de Bruno, quinze marches, dans une maison où tout penche sauf lui. La dame passe la main sur la rampe sans s’en rendre compte, à chaque passage.',
    [
      r('bruno', 'C’est pour cette main-là qu’on ponce.'),
      r('ludovic', 'Je viens de relire ça à l’équipe, plus personne ne râle sur les volutes.'),
      r(
        'celine',
        'Il a penché de combien, le palier ?',
        r('yann', 'Dix-huit. Tes trois mesures disaient dix-huit.'),
      ),
    ],
    { image: escalier('Escalier en chêne posé, rampe verte, dans une cage claire') },
  ),
  poll(
    'laurie',
    'chantier',
    'Quel mot remplace « ouvrant à soufflet » au téléphone ?',
    [
      ['La fenêtre qui bascule', 66],
      ['La fenêtre boîte aux lettres', 23],
      ['On garde soufflet, les gens apprendront', 11],
    ],
    [
      r('nora', 'J’ai voté boîte aux lettres et je l’assume devant un huissier.'),
      r('olivier', '« Celle qui bascule », et le client mime. Ça marche aussi au téléphone, curieusement.'),
    ],
  ),
  message(
    'frederic',
    'chantier',
    'Trois départs en retraite dans l’équipe d’ici l’été, cent dix ans de métier à eux trois. On a commencé à les filmer le vendredi, vingt minutes chacun, en train de faire et de grogner.',
    [
      r('awa', 'Je peux en faire une vraie formation, avec les grognements.'),
      r('yann', 'L’épisode sur la porte voilée est le meilleur film de l’année.'),
      r('moussa', 'J’ai appris plus en vingt minutes qu’en un mois à regarder par-dessus l’épaule.'),
    ],
    { months: [1, 2, 3, 4] },
  ),
  question(
    'beatrice',
    'chantier',
    'Les palettes de retour, elles reviennent le lundi ou le jeudi ?',
    'J’en ai quarante et un qui font une pyramide. Le chat l’a trouvée très bien.',
    [
      ok(
        'dominique',
        'Le jeudi à 14 h, on les reprend toutes, même les boiteuses. Mets les boiteuses dessus.',
      ),
      r('samuel', 'Et si tu dépasses cinquante, appelle, je dévie un camion.'),
    ],
  ),
  practice(
    'laurie',
    'chantier',
    'Rappeler le lendemain de la pose, pas un mois après',
    [
      'Un petit réglage devenait une grosse colère en trente jours.',
      'Un appel de deux minutes le lendemain : tout ferme, tout glisse, rien ne siffle ?',
      'Réclamations à un mois divisées par deux, et quelques recettes de cuisine.',
    ],
    [
      r('soizic', 'Je prends les appels du mardi si tu veux en faire cinq de plus.'),
      r(
        'helene',
        'Combien de temps par semaine, au total ?',
        r('laurie', 'Une heure vingt. On en perdait quatre en réclamations.'),
      ),
    ],
  ),
])
