import { idea, keyed, kudos, message, ok, poll, practice, question, r } from '../post.ts'
import { chantier, facade } from '../scenes.ts'

export const nantes = keyed('nantes', [
  message(
    'clara',
    'nantes',
    'J’ai dessiné ces fenêtres. Yann les a posées. On ne s’était jamais parlé, alors que nos noms sont sur le même plan. C’est réparé depuis lundi, autour d’un sandwich sur un tas de parpaings.',
    [
      r(
        'yann',
        'Elle a demandé pourquoi je râlais sur la patte de fixation 6. Elle l’a redessinée sur le sac du sandwich.',
      ),
      r('mathilde', 'Le sac est affiché au bureau, c’est notre nouvelle révision C.'),
      r('frederic', 'Qu’on en envoie d’autres, j’ai des pattes à montrer.'),
    ],
    { image: chantier('Maison aux fenêtres bleues neuves, Yann devant sa camionnette') },
  ),
  question(
    'nora',
    'nantes',
    'Comment je chiffre une fenêtre œil-de-bœuf non ronde ?',
    'Le client dit « ronde à vue de nez ». J’ai une photo, un mètre ruban tenu de travers et beaucoup de foi.',
    [
      ok(
        'mathilde',
        'Chiffre l’ellipse du catalogue plus 15 %, et fais partir un gabarit carton chez le client. S’il revient plié, ajoute encore cinq.',
      ),
      r('melanie', 'On peut passer prendre l’empreinte, c’est à quatre kilomètres du dépôt.'),
      r('nora', 'L’empreinte est revenue : c’est une patate. Une belle patate.'),
    ],
  ),
  message(
    'karim',
    'nantes',
    'Négociation de la quincaillerie terminée : même prix que l’an dernier, délai plus court de six jours, et ils reprennent les emballages. Ça m’a coûté huit cafés.',
    [
      r('christelle', 'La reprise des emballages, c’est vingt rolls de moins dans ma cour par mois.'),
      r('helene', 'Huit cafés bien investis.'),
      r('rachid', 'Enfin, des cartons qui repartent dans le même sens que le camion.'),
    ],
  ),
  kudos(
    'nora',
    'bastien',
    'nantes',
    'Ordinateur noyé dans une infusion à la veille d’un appel d’offres. Bastien a tout récupéré à 21 h 30, et il a séché les touches une par une avec des cotons-tiges.',
    [
      r('bastien', 'La touche N sent encore la verveine, c’est normal.'),
      r('olivier', 'Appel d’offres gagné, d’ailleurs. La verveine porte chance.'),
    ],
  ),
  practice(
    'mathilde',
    'nantes',
    'Le plan imprimé et relu à voix haute, à deux',
    [
      'Les erreurs de cote se voyaient à l’usinage, quand le bois est déjà coupé.',
      'Avant envoi, une personne lit les cotes à voix haute, l’autre suit sur l’écran avec un surligneur papier.',
      'Six erreurs rattrapées en un mois pour dix minutes par plan.',
    ],
    [
      r(
        'clara',
        'La première semaine on se sent ridicule. La deuxième on attrape un 2150 au lieu d’un 1250.',
      ),
      r('sofia', 'Ici on voit que les plans ont changé. Moins de coups de fil, plus de copeaux.'),
      r('celine', 'À Castres je lis toute seule à voix haute, le chien écoute.'),
    ],
  ),
  message(
    'soizic',
    'nantes',
    'Une cliente vient d’appeler uniquement pour dire que sa porte fermait bien. Rien d’autre. J’ai demandé trois fois s’il y avait un souci.',
    [
      r('laurie', 'Encadre l’heure de l’appel.'),
      r('gaelle', 'Porte montée chez nous, le numéro finit par 118. On lui rend ses salutations.'),
    ],
  ),
  message(
    'olivier',
    'nantes',
    'Troisième fois ce mois-ci qu’un architecte demande du bois « comme dans la photo ». La photo, c’est notre façade de Nantes. On fait de la publicité sans le savoir, et le ravalement date de 1998.',
    [
      r(
        'agathe',
        'J’ai refait la photo hier à 8 h, lumière rasante, deux collègues aux fenêtres. Elle est à vous.',
      ),
      r('nora', 'Je suis au deuxième étage, à droite, en train d’éternuer.'),
    ],
    { image: facade('Des collègues d’Aubrelle accoudés aux fenêtres d’un même immeuble') },
  ),
  idea(
    'nora',
    'nantes',
    'Un devis lisible par quelqu’un qui n’est pas menuisier',
    'Dormant, ouvrant, pareclose, crémone : nos clients font semblant de comprendre. Un dessin avec six flèches, et on gagne une semaine d’allers-retours.',
    [
      r('clara', 'Je fais le dessin, tu fais les mots, on teste sur mon père.'),
      r('soizic', 'Il me faudrait le même pour le téléphone, en gros.'),
      r('nora', 'Testé sur le père de Clara : il a compris la crémone et en parle à table.'),
    ],
  ),
  poll(
    'bastien',
    'nantes',
    'On supprime une des deux imprimantes du deuxième, laquelle ?',
    [
      ['Celle qui bourre', 36],
      ['Celle qui grince', 11],
      ['Les deux', 53],
    ],
    [
      r('mathilde', 'Le grincement me prévient que mon plan arrive, j’y tiens.'),
      r('bastien', 'Résultat surprenant. Je garde celle qui grince et je mets de l’huile.'),
    ],
  ),
  question(
    'olivier',
    'nantes',
    'Qui peut expliquer le label forestier à un client en deux phrases ?',
    'J’ai la brochure de quarante pages. Il a un rond-point devant lui et trente secondes.',
    [
      ok(
        'odile',
        '« On sait quelle parcelle, on sait qui l’a coupée, et on en replante plus qu’on n’en prend. Si vous voulez, je vous montre l’arbre sur une carte. »',
      ),
      r('olivier', 'Client convaincu avant le deuxième feu.'),
      r('gilles', 'Et c’est vrai, ce qui aide.'),
    ],
  ),
  message(
    'agathe',
    'nantes',
    'L’affiche de février a été relue par neuf personnes. Elle disait « bonne année ». Elle part aujourd’hui, corrigée, et je m’achète des lunettes.',
    [
      r('nadia', 'Je suis l’une des neuf. J’ai même dit « très bien ».'),
      r('patrick', 'À Cholet on l’avait déjà affichée. On souhaite, nous, c’est plus chaleureux.'),
    ],
    { months: [2] },
  ),
  message(
    'thomas',
    'nantes',
    'Réunion d’une heure ramenée à vingt minutes : on écrit les questions la veille, ici, et on ne traite que celles qui n’ont pas trouvé de réponse. Il en restait deux.',
    [
      r('karim', 'Les quarante minutes rendues ont servi à répondre à mes mails. Ironie complète.'),
      r('ines', 'On copie pour la revue du jeudi. Cinq questions, toutes réglées avant.'),
    ],
  ),
  practice(
    'soizic',
    'nantes',
    'Demander d’abord « vous êtes devant la fenêtre ? »',
    [
      'Je faisais décrire un défaut à des gens assis dans leur voiture, de mémoire.',
      'Première question : êtes-vous devant ? Sinon, on se rappelle à l’heure où ils y seront.',
      'Un appel sur trois finit sans déplacement, contre un sur six avant.',
    ],
    [
      r('laurie', 'Repris à l’après-vente, avec « ouvrez-la pendant qu’on parle ».'),
      r('frederic', 'Un déplacement évité, c’est une pose de plus le mardi.'),
    ],
  ),
  kudos(
    'karim',
    'nora',
    'nantes',
    'Elle a refusé un devis. Le client voulait quelque chose qui aurait tenu deux hivers. Il est revenu ce matin pour la bonne solution, avec son voisin.',
    [
      r('nora', 'J’ai surtout eu Bruno au téléphone, il a dit « non » plus fort que moi.'),
      r('bruno', 'J’ai dit « pas ça », c’est plus poli.'),
    ],
  ),
  message(
    'mathilde',
    'nantes',
    'Essai de la fenêtre à coupe nordique : moins vingt dehors, vingt dedans, aucune goutte. On a laissé la caisse d’essai tourner la nuit, avec une tomate dedans. La tomate va bien.',
    [
      r(
        'josephine',
        'Quelle finition sur le montant exposé ?',
        r('mathilde', 'La tienne, trois couches, celle du 12. Pas une craquelure.'),
      ),
      r('greta', 'Je la veux pour mes clients de Göteborg, tomate comprise.'),
    ],
  ),
  message(
    'bastien',
    'nantes',
    'Rappel affectueux : le mot de passe collé sous le clavier, le voleur regarde sous le clavier. Je passe vendredi aider celles et ceux qui veulent s’en débarrasser, sans commentaire.',
    [
      r('soizic', 'Et sous l’agrafeuse ?', r('bastien', 'Sans commentaire, j’ai dit.')),
      r('nora', 'J’ai pris la connexion par empreinte, dix secondes, je n’y pense plus.'),
    ],
  ),
  question(
    'clara',
    'nantes',
    'Qui a encore les plans papier de la gamme 1990 ?',
    'Un lycée classé veut refaire soixante châssis à l’identique et notre archive commence en 2003.',
    [
      ok(
        'stephane',
        'Un rouleau complet à l’affûtage de Cholet, derrière l’armoire. Ils sentent l’huile mais ils sont lisibles.',
      ),
      r('bruno', 'J’ai travaillé dessus. Attention, la cote 38 vaut 36, tout le monde le savait à l’époque.'),
      r('clara', 'La cote 38 vaut bien 36. Bruno, je te nomme archive vivante.'),
    ],
  ),
  message(
    'nora',
    'nantes',
    'Fin août : les devis de tous les gens qui ont passé l’été à regarder leurs volets arrivent en même temps. Cent quarante en quatre jours. On respire et on trie.',
    [
      r('olivier', 'Je prends les vérandas, ça ne se refuse pas à quelqu’un qui a eu si chaud.'),
      r('awa', 'Deux personnes des ventes peuvent aider les matins jusqu’au 12, c’est calé.'),
    ],
    { months: [8, 9] },
  ),
  message(
    'karim',
    'nantes',
    'Fournisseur en rupture sur la poignée noire. J’en ai trouvé six cents à Valence, mal étiquetées depuis trois ans. Personne ne lit assez loin dans les listes, et moi non plus.',
    [
      r('rachid', 'Allée 3, en haut, derrière les boutons de tiroir.'),
      r('nora', 'Douze commandes débloquées. Je retire ce que je disais sur les listes.'),
    ],
  ),
])
