import { idea, keyed, kudos, message, ok, poll, practice, question, r } from '../post.ts'
import { entrepot } from '../scenes.ts'

export const valence = keyed('valence', [
  message(
    'dominique',
    'valence',
    'Vingt-six camions aujourd’hui pour neuf quais. Le premier arrivé n’est pas le premier servi : celui qui a appelé la veille passe devant. C’est affiché au portail, en quatre langues et un dessin.',
    [
      r('samuel', 'Les transporteurs ont compris en deux jours. Le dessin surtout.'),
      r('christelle', 'Attente moyenne passée de 54 à 31 minutes, je n’y croyais pas.'),
      r(
        'rachid',
        'Un chauffeur m’a demandé qui avait dessiné le petit bonhomme vexé.',
        r('dominique', 'Ma fille, huit ans, rémunérée en crêpes.'),
      ),
    ],
  ),
  question(
    'rachid',
    'valence',
    'On réceptionne comment une palette sans bon ?',
    'Elle est là, elle est belle, elle est pour nous, mais rien dans l’écran ne veut d’elle.',
    [
      ok(
        'bastien',
        '« Réception à blanc », tu scannes le fournisseur et tu photographies. Les achats ont vingt-quatre heures pour retrouver le bon.',
      ),
      r('karim', 'Et si je ne le retrouve pas, c’est moi qui apporte les croissants.'),
      r('rachid', 'Trois croissants ce mois-ci. Je ne me plains pas.'),
    ],
    { topics: ['tempo-mobile'] },
  ),
  practice(
    'fatou',
    'valence',
    'Le film posé en croix avant de tourner',
    [
      'Les cartons du haut glissaient au premier virage, on retrouvait des volets en accordéon.',
      'Deux passages de film en croix sur le dessus, puis seulement les tours.',
      'Litiges transport divisés par trois depuis la rentrée.',
    ],
    [
      r('joao', 'Ça prend dix-huit secondes de plus, j’ai compté sur cent palettes.'),
      r('samuel', 'Dix-huit secondes contre un dossier de litige à sept pages : je signe.'),
      r('monique', 'Adopté à Castres pour les garde-corps, même effet.'),
    ],
  ),
  message(
    'ousmane',
    'valence',
    'Pour les nouveaux caristes : klaxonner à l’angle du 14, ce n’est pas impoli, c’est bonjour. On se salue comme ça depuis 2009.',
    [
      r('fatou', 'Un coup bonjour, deux coups j’ai une rampe de six mètres.'),
      r('rachid', 'Trois coups, c’est l’heure du thé.'),
      r('cyril', 'Je fais semblant de ne pas avoir lu le troisième.'),
    ],
    { image: entrepot('Ousmane sur son chariot, à l’angle d’une allée de racks') },
  ),
  kudos(
    'christelle',
    'rachid',
    'valence',
    'Il a vu qu’un lot de poignées venait avec la mauvaise vis avant même d’ouvrir le carton : « ça ne sonne pas pareil ». Deux cents fenêtres auraient attendu à Cholet.',
    [
      r('rachid', 'Quand on secoue des cartons depuis seize ans, on a de l’oreille.'),
      r('mireille', 'Depuis Cholet, deux cents mercis, un par fenêtre.'),
      r('karim', 'Fournisseur prévenu, il veut embaucher Rachid. J’ai dit non à sa place.'),
    ],
  ),
  message(
    'christelle',
    'valence',
    'Inventaire tournant : 99,2 % juste sur l’allée 7. Les 0,8 % restants sont une palette de seuils que nous avons tous vue et que personne ne trouve.',
    [
      r('joao', 'Je l’ai vue en rêve, allée 11.'),
      r('dominique', 'Elle servait de table à la salle de quai. On a mis une nappe dessus en avril.'),
      r('christelle', 'Alors 100 %, et on rachète une table.'),
    ],
  ),
  message(
    'fatou',
    'valence',
    'Moins deux dans le hall cette nuit. Les écrans ne répondent plus aux doigts gantés, donc on déclare avec le nez. Si, si. Demandez à João.',
    [
      r('joao', 'Précis, mais on voit moins bien ce qu’on tape.'),
      r('thomas', 'Stylets commandés, vingt pour Valence, dix pour Champagnole.'),
      r('bastien', 'En attendant il y a le mode « gros boutons », réglages, troisième ligne.'),
    ],
    { months: [12, 1, 2] },
  ),
  idea(
    'samuel',
    'valence',
    'Prévenir le poseur quand sa palette part, pas quand elle arrive',
    'Yann apprend que ses fenêtres arrivent quand le camion klaxonne. On sait la veille à 17 h ce qui charge. Un message suffirait.',
    [
      r('yann', 'La veille à 17 h, je choisis mon équipe. À l’heure du klaxon, je choisis mes excuses.'),
      r('melanie', 'Avec le nombre de colis et le plus lourd, s’il te plaît. Le plus lourd surtout.'),
      r('samuel', 'Essai sur Lieusaint dès lundi, à la main s’il le faut.'),
      r('dominique', 'J’ajoute la case au plan de quai, ce sera fait pour tout le monde.'),
    ],
  ),
  poll(
    'christelle',
    'valence',
    'Le point de cinq minutes, on le fait où ?',
    [
      ['Au quai 1, debout', 44],
      ['Devant le tableau', 39],
      ['En salle, assis', 17],
    ],
    [
      r('fatou', 'Assis, il dure vingt minutes. Debout au quai 1 en janvier, il en dure trois.'),
      r('ousmane', 'Devant le tableau, et celui qui parle tient le feutre.'),
    ],
  ),
  question(
    'joao',
    'valence',
    'Quelle mousse pour les vitrages cintrés ?',
    'Les cornières standard sautent, et je refuse de continuer au carton plié.',
    [
      ok(
        'fatou',
        'Le profilé en U de 40, coupé en tronçons de dix centimètres, un tous les trente. On en a un demi-rouleau sous la ligne 1.',
      ),
      r('romain', 'Côté Cholet on peut l’inclure au départ du vitrage, dites-nous la longueur.'),
      r('karim', 'Référence ajoutée au catalogue, livraison sous huit jours.'),
    ],
  ),
  message(
    'rachid',
    'valence',
    'Reçu ce matin : quatre cents charnières, deux fiches techniques, et une carte postale du fournisseur signée par toute leur équipe de nuit. On leur en renvoie une du quai ?',
    [
      r('joao', 'Avec une photo de nous à 3 h, pour qu’ils voient à qui ils parlent.'),
      r('agathe', 'J’imprime des cartes avec le dessin de l’entrepôt, vous en aurez cent jeudi.'),
    ],
  ),
  practice(
    'dominique',
    'valence',
    'La photo de la remorque avant de fermer les portes',
    [
      'Quand une palette arrivait couchée, chacun disait que l’autre l’avait couchée.',
      'Une photo par remorque, portes ouvertes, numéro visible, rangée dans le voyage.',
      'Onze litiges sur douze clos en un jour, et on s’engueule beaucoup moins avec les transporteurs.',
    ],
    [
      r('samuel', 'Trois affréteurs nous demandent de leur apprendre. Ils ont dit « apprendre ».'),
      r(
        'beatrice',
        'Au dépôt on fait la même à l’ouverture. Les deux photos côte à côte, c’est un jeu des sept erreurs.',
      ),
    ],
  ),
  kudos(
    'fatou',
    'dominique',
    'valence',
    'Un chauffeur roumain perdu, plus de batterie, plus d’heures de conduite. Elle lui a trouvé une douche, un repas et un traducteur de cinquante-huit ans qui s’appelle Doru et travaille au quai 3.',
    [
      r('dominique', 'Doru a surtout parlé football, mais ça a détendu tout le monde.'),
      r(
        'samuel',
        'Le patron du chauffeur a appelé pour dire qu’il viendrait toujours, même au tarif d’hiver.',
      ),
    ],
  ),
  message(
    'ousmane',
    'valence',
    'On a rangé les rampes par longueur et non plus par client. Premier soir : quarante minutes de moins à chercher, et un mal de dos de moins à plier.',
    [
      r('christelle', 'On garde, et on étiquette les berceaux demain.'),
      r('bruno', 'Rangez la 4,20 m à hauteur d’épaule, c’est la plus traître.'),
    ],
  ),
  message(
    'samuel',
    'valence',
    'Opération escargot sur l’autoroute jeudi. J’avance les départs de Lieusaint et de Nantes à mercredi 20 h. Qui peut rester une heure lève la main, elle sera récupérée vendredi.',
    [
      r('joao', 'Je suis là de toute façon, et la nuit prend ce qui reste.'),
      r('fatou', 'Main levée, avec trois de la ligne 1.'),
      r('melanie', 'Merci à vous, on avait deux grues réservées.'),
    ],
  ),
  question(
    'dominique',
    'valence',
    'Quelqu’un sait dire « reculez doucement » en polonais ?',
    'Mon geste avec les deux mains est mal compris, j’ai failli perdre un montant de porte.',
    [
      ok('frederic', '« Powoli do tyłu. » Ma grand-mère serait fière, elle conduisait des tracteurs.'),
      r('dominique', 'Testé à 9 h : sourire, recul parfait, et il m’a appris « café ».'),
      r('rachid', 'On fait une affichette avec dix phrases, j’ai l’arabe et le portugais avec João.'),
    ],
  ),
  message(
    'joao',
    'valence',
    'J’ai retrouvé la traçabilité d’un carton de 2019. Il contient des boutons de tiroir. On ne fait plus de tiroirs. On n’en a jamais fait.',
    [
      r('karim', 'Ne cherche pas, c’était avant moi. Je crois.'),
      r('christelle', 'On les donne à l’école d’en face, ils feront des yeux de marionnettes.'),
    ],
  ),
  idea(
    'fatou',
    'valence',
    'Des gants qui marchent sur l’écran ET contre le froid',
    'On a les uns ou les autres. Je suis volontaire pour essayer trois paires et dire laquelle garde ses doigts.',
    [
      r('cyril', 'Trois modèles arrivent mardi. Tu notes chaleur, prise, écran, et ce que tu veux.'),
      r(
        'fatou',
        'Verdict : les gris, de loin. Les rouges sont chauds mais l’écran croit que je suis un canard.',
      ),
      r('karim', 'Deux cents paires de gris commandées, tailles du 7 au 11.'),
    ],
    { months: [10, 11, 12, 1, 2] },
  ),
  message(
    'christelle',
    'valence',
    'Ferme à cause du vent depuis 11 h : les bâches du quai 8 claquaient comme des voiles. Mistral annoncé jusqu’à demain midi, on charge par le fond.',
    [
      r('ousmane', 'J’ai vu passer une palette vide à hauteur d’homme. Elle allait vers Montélimar.'),
      r('dominique', 'Personne derrière les portes quand elles s’ouvrent, je le redis une fois par heure.'),
    ],
    { months: [2, 3, 4, 11] },
  ),
  message(
    'fatou',
    'valence',
    'La ligne 1 a vingt ans aujourd’hui. On a retrouvé la photo de l’inauguration : trois d’entre nous y sont, avec beaucoup plus de cheveux.',
    [
      r('rachid', 'Je ne reconnais que la machine.'),
      r('christelle', 'Gâteau à 15 h pour le matin, à 21 h pour la nuit, même gâteau, parts égales.'),
      r('joao', 'La nuit a compté les parts. Tout va bien.'),
    ],
  ),
  poll(
    'ousmane',
    'valence',
    'Musique dans le hall le samedi matin ?',
    [
      ['Oui, à tour de rôle', 49],
      ['Oui, mais doucement', 22],
      ['Non merci', 29],
    ],
    [
      r('cyril', 'À condition d’entendre le klaxon de l’angle 14. On mesure ensemble samedi.'),
      r('dominique', 'Si c’est Doru qui choisit, je change mon vote.'),
    ],
  ),
])
