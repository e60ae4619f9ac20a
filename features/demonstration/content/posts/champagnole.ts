import { idea, keyed, kudos, message, ok, poll, practice, question, r } from '../post.ts'
import { etabli, scierie, vernis } from '../scenes.ts'

export const champagnole = keyed('champagnole', [
  message(
    'gilles',
    'champagnole',
    'Grume de la semaine : un épicéa de 1871, compté cerne par cerne avec la classe de CM2 de la rue du Sauget. Ils ont trouvé l’hiver 1956 tout seuls, le cerne est fin comme un cheveu.',
    [
      r(
        'odile',
        'La petite du premier rang a demandé si l’arbre avait eu froid. J’ai dû m’occuper de mes lunettes.',
      ),
      r('regine', 'Il vient de la parcelle 17, mon grand-père refusait de le vendre.'),
      r('florian', 'On en fait quoi ?', r('gilles', 'Deux portes d’école. Justement.')),
    ],
    { image: scierie('Grumes empilées devant une forêt de sapins') },
  ),
  message(
    'josephine',
    'champagnole',
    'On avait tous le nez sur la cabine. Le problème, c’était l’air d’avant. Je raconte tout au café-atelier, avec démonstration et odeur garantie.',
    [
      r('emilie', 'Six ans que je teinte et je n’avais jamais ouvert cette porte-là. Elle sert à ça, donc.'),
      r('patrick', 'On vient à quatre de Cholet, avec nos échantillons qui bullent.'),
      r('nadia', 'Trente-neuf inscrits en une matinée, il va falloir pousser les tréteaux.'),
    ],
    { image: etabli('Joséphine à son établi, devant ses échantillons de teintes') },
  ),
  question(
    'florian',
    'champagnole',
    'Vous descendez à combien avant d’ouvrir le séchoir 3 en hiver ?',
    'J’ouvre à 40 °C comme l’été, mais dehors il fait moins douze et le lot prend un coup.',
    [
      ok(
        'odile',
        'À 28 °C, et tu laisses les volets à moitié une heure. On perd une heure, on sauve le lot.',
      ),
      r('gilles', 'Mon père mettait une couverture sur la sonde. Ne le fais pas.'),
      r('florian', 'Lot 311 ouvert à 28 : pas une fente en bout.'),
    ],
    { months: [11, 12, 1, 2, 3] },
  ),
  practice(
    'odile',
    'champagnole',
    'Un trait bleu sur les bois à nœuds traversants',
    [
      'Le nœud se voyait au rabot, une fois la pièce déjà usinée.',
      'Au classement, un trait bleu en travers dès que le nœud sort des deux faces. La pièce part en traverses courtes.',
      'Deux stères de carrelets sauvés par semaine.',
    ],
    [
      r('sofia', 'Côté usinage je ne lève plus la tête pour douter, je trie au trait.'),
      r('etienne', 'On peut le faire chez nous, sur le parc à grumes, si vous nous prêtez votre bleu.'),
      r('bruno', 'Gardez-moi les beaux nœuds, j’ai un client qui les veut exprès.'),
    ],
  ),
  message(
    'emilie',
    'champagnole',
    'Le gris du nuancier n’est plus le gris des pots. Le fournisseur dit que rien n’a changé. J’ai posé les deux sur la neige : l’un tire sur le vert, l’autre sur la mauvaise foi.',
    [
      r('karim', 'Envoie la photo sur neige, je l’appelle à 14 h.'),
      r('clara', 'Tant qu’on n’a pas la réponse, je bloque cette teinte au catalogue.'),
      r('karim', 'Lot changé sans prévenir. Ils reprennent vingt-deux pots et s’excusent à moitié.'),
    ],
    { months: [1, 2, 12] },
  ),
  kudos(
    'sofia',
    'gilles',
    'champagnole',
    'Il a arrêté la ligne de scie parce qu’il n’aimait pas le bruit. Personne n’entendait rien. La lame était fendue sur quatre centimètres.',
    [
      r('gilles', 'Elle chantait un demi-ton trop bas.'),
      r('cyril', 'Cette oreille-là devrait figurer au document unique.'),
      r('denis', 'Je veux bien un stage d’écoute, sérieusement.'),
    ],
  ),
  message(
    'sofia',
    'champagnole',
    'On me demande de montrer le changement d’outil en quatre minutes. Je préviens : dedans il y a deux minutes de préparation que personne ne filme jamais. Je filmerai celles-là.',
    [
      r('mehdi', 'Enfin quelqu’un qui montre la partie où on gagne.'),
      r('hugo', 'Si tu mets le plan du chariot, je le copie dans la semaine.'),
    ],
    { topics: ['réglage'] },
  ),
  idea(
    'florian',
    'champagnole',
    'Chauffer la salle de pause avec le séchoir 1',
    'L’air tiède du séchoir 1 part dehors à dix mètres d’une salle de pause où on garde le bonnet. Une gaine, un clapet, et on prend le café sans gants.',
    [
      r('denis', 'Une gaine de 250, vingt mètres, deux coudes. J’ai presque tout au fond de l’atelier.'),
      r('cyril', 'Faisable avec un filtre et un détecteur. Je passe voir mercredi.'),
      r('helene', 'Budget accordé dans la minute, je connais cette salle.'),
      r('gilles', 'Adieu la technique du bonnet sur la cafetière.'),
    ],
    { months: [10, 11, 12, 1, 2] },
  ),
  poll(
    'josephine',
    'champagnole',
    'Teinte d’essai pour la salle de réunion, on vote avec les yeux',
    [
      ['Miel', 34],
      ['Noyer fumé', 41],
      ['Le gris qui fâche', 25],
    ],
    [
      r('emilie', 'Le gris obtient 25 %, je porte plainte.'),
      r('florian', 'Noyer fumé, ça cachera les traces de café.'),
    ],
    { image: vernis('Échantillons de teintes alignés, du miel au noyer') },
  ),
  message(
    'odile',
    'champagnole',
    'Trente centimètres cette nuit. Le parc à grumes est fermé jusqu’à 9 h, le chasse-neige de la commune finit l’école d’abord, et c’est très bien comme ça.',
    [
      r(
        'samuel',
        'Les deux camions de Valence sont bloqués à Poligny, ils prennent un café et repartent vers 10 h.',
      ),
      r('gilles', 'J’ai dégagé la porte de la scierie à la pelle. La scierie me doit une pelle.'),
      r('sofia', 'Qui n’a pas pu monter garde sa journée, Gilles a noté tout le monde.'),
    ],
    { months: [12, 1, 2] },
  ),
  question(
    'emilie',
    'champagnole',
    'La lasure blanche jaunit sous l’imposte, quelqu’un a déjà vu ça ?',
    'Seulement sur le haut, seulement sur pin, et pas la première semaine.',
    [
      ok(
        'josephine',
        'C’est la résine qui remonte à la chaleur. Une couche d’isolant sur le haut avant la blanche, et on n’en parle plus.',
      ),
      r(
        'laurie',
        'Trois appels clients pour ça en août. Je leur dis quoi ?',
        r('josephine', 'Que c’est vivant, que c’est de notre faute, et qu’on repasse.'),
      ),
      r('yann', 'Sur chantier on le voit surtout plein sud, au deuxième été.'),
    ],
  ),
  message(
    'gilles',
    'champagnole',
    'La nouvelle lame est montée. Les trois premiers plots, on n’a pas parlé. Au quatrième, Florian a dit « ah ouais ».',
    [
      r('florian', 'Je maintiens.'),
      r('stephane', 'Elle passe à l’affûtage dans quarante heures, pas quarante et une, on est d’accord ?'),
    ],
  ),
  practice(
    'emilie',
    'champagnole',
    'La teinte mélangée la veille, pas le matin',
    [
      'Deux pots mélangés le même matin ne donnaient pas le même ton à midi.',
      'On mélange tout le lot la veille dans un seul bac, on filtre, et on laisse reposer la nuit.',
      'Une seule teinte par commande, enfin : aucun retour depuis le printemps.',
    ],
    [
      r('ludovic', 'Même le noyer ?', r('emilie', 'Surtout le noyer. Le noyer a besoin de dormir.')),
      r('josephine', 'Pensez à écrire l’heure sur le bac, sinon c’est la loterie des couvercles.'),
    ],
    { topics: ['vernis'] },
  ),
  kudos(
    'josephine',
    'emilie',
    'champagnole',
    'Une cliente avait une porte de 1962 et voulait la même teinte. Émilie l’a refaite à l’œil, à la lumière du nord, en onze essais. La cliente n’a pas su dire laquelle était la neuve.',
    [
      r('emilie', 'Au huitième, j’ai failli proposer de repeindre la maison.'),
      r('nora', 'Je peux le mettre dans les devis, maintenant : « teinte Émilie ».'),
    ],
  ),
  message(
    'florian',
    'champagnole',
    'Séchoir 2 en panne de sonde, séchoir 3 plein, séchoir 1 qui chauffe la salle de pause. On est bien, mais on ne sèche plus grand-chose.',
    [
      r('denis', 'Sonde partie par la navette de 11 h, montée ce soir si tu m’attends.'),
      r('odile', 'Je passe les lots les plus secs devant, ça nous donne deux jours d’air.'),
      r('florian', 'Reparti à 19 h 05. On garde la salle de pause chaude, c’est voté.'),
    ],
  ),
  message(
    'sofia',
    'champagnole',
    'À 14 °C dans l’atelier, la colle réfléchit. On est passés de huit à douze minutes de presse, et tant pis pour la cadence de novembre.',
    [
      r('thi', 'Ici à 17 °C on est à dix minutes. On pourrait faire un petit tableau commun.'),
      r('luc', 'Tableau commencé dans la fiche, mettez vos degrés.'),
      r('ines', 'Je le relie à la température de l’atelier, il se remplira tout seul.'),
    ],
    { months: [11, 12, 1] },
  ),
  question(
    'sofia',
    'champagnole',
    'Peut-on déclarer deux opérations en même temps sur le centre 6 ?',
    'Je perce pendant qu’il fraise la pièce d’à côté. L’écran veut que je choisisse, moi pas.',
    [
      ok(
        'thomas',
        'Depuis hier oui : bouton « en parallèle », en haut à droite. Il était prêt, on l’avait caché de peur qu’il serve.',
      ),
      r('sofia', 'Trouvé. Il est beau, votre bouton caché.'),
      r('hugo', 'Alors c’était ça, la petite icône à deux flèches.'),
    ],
    { topics: ['tempo-mobile'] },
  ),
  idea(
    'odile',
    'champagnole',
    'Une étiquette « d’où vient ce bois » avec la fenêtre',
    'On connaît la parcelle, l’année et le scieur. Le client reçoit un numéro de série. Mettons la forêt à la place.',
    [
      r(
        'regine',
        'Je fournis les noms de parcelles, certains sont magnifiques : la Combe aux Loups, le Bois de la Dame.',
      ),
      r('olivier', 'Deux clients sur trois me posent la question au téléphone.'),
      r('agathe', 'J’ai une maquette. Elle tient sur une étiquette de confiture.'),
    ],
  ),
  message(
    'gilles',
    'champagnole',
    'Visite des bureaux de Nantes à la scierie. Ils ont ramassé de la sciure dans un sachet. Je n’ai pas posé de questions.',
    [
      r('clara', 'C’est pour mon bureau. Elle sent meilleur que la moquette.'),
      r('nora', 'La mienne est dans la voiture, je l’ai nommée désodorisant.'),
      r('karim', 'J’ai enfin vu ce que j’achète depuis six ans. Merci pour les sapins.'),
    ],
    { months: [4, 5, 6, 9, 10] },
  ),
  message(
    'florian',
    'champagnole',
    'Un renard dort derrière le séchoir 1, côté air chaud. On a déplacé la poubelle verte et on l’appelle Dix-Huit Pour Cent.',
    [
      r('odile', 'Je confirme : il est sec à cœur.'),
      r(
        'gilles',
        'Ne le nourrissez pas, il a déjà mangé la moitié du repas de Sofia.',
        r('sofia', 'C’était un gratin. Il a bon goût.'),
      ),
    ],
    { months: [11, 12, 1, 2] },
  ),
  kudos(
    'odile',
    'florian',
    'champagnole',
    'Il est remonté un dimanche vérifier une sonde, sans rien dire. Le lot de mélèze valait le prix d’une voiture.',
    [
      r('florian', 'J’allais promener le chien de ce côté-là, de toute façon.'),
      r('jeanmarc', 'Le mélèze est chez nous en escalier, il dit merci au chien.'),
    ],
  ),
  poll(
    'gilles',
    'champagnole',
    'Journée portes ouvertes : qu’est-ce qu’on fait visiter en premier ?',
    [
      ['La scie, au trait de 10 h', 52],
      ['Le séchoir, vide et froid', 9],
      ['La cabine de finition', 20],
      ['Le renard', 19],
    ],
    [
      r('odile', 'Le renard n’a signé aucun droit à l’image.'),
      r('josephine', 'La cabine d’abord, sinon ils sentent déjà la résine et ne sentent plus le vernis.'),
    ],
  ),
])
