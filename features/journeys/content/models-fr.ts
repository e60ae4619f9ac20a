import type { WrittenStep } from './written.ts'

/** « Éclaireurs »: two hours a month, on the front of a change. */
export const scoutsFr: readonly WrittenStep[] = [
  {
    kind: 'call',
    title: 'L’appel',
    words:
      'Vingt minutes avec la personne qui porte le programme. On ne te demande pas de vendre quoi que ce soit : dis ce qui t’amène, ce que tu as peur de ne pas tenir, et ce qui coince aujourd’hui dans ton équipe.',
    dueDays: 5,
    minutes: 20,
  },
  {
    kind: 'do',
    title: 'Ton visage et deux lignes',
    words:
      'Une photo, et deux lignes sur ce que tu fais de tes journées. C’est à ça qu’on te reconnaîtra dans le couloir, et qu’on saura pour quoi t’appeler.',
    dueDays: 5,
    minutes: 5,
    task: 'profile',
  },
  {
    kind: 'read',
    title: 'Ce qu’on attend de toi, et ce qu’on n’attend pas',
    words: 'Cinq minutes de lecture, pour savoir où s’arrête le rôle.',
    dueDays: 7,
    minutes: 5,
    text: 'On attend de toi deux gestes par mois, pas davantage : une publication, une réponse, un tour d’équipe, un essai. Deux heures en tout, prises sur ton temps de travail et connues de ton manager.\n\nOn attend que tu dises vrai. Si l’outil coince, dis-le : c’est utile, et personne ne te le reprochera. Un programme où tout va bien n’apprend rien à personne.\n\nOn n’attend pas que tu convainques tes collègues. Tu montres ce que tu fais, ils décident. On n’attend pas non plus que tu répondes le soir, le week-end ou pendant tes congés.\n\nPersonne ne te classe. Ton activité, tu la vois d’abord ; les personnes qui suivent le programme la voient ensuite, pour t’aider. Ton manager connaît ton engagement, jamais ce que tu publies.\n\nTu peux faire une pause, alléger, passer la main ou arrêter. Il suffit de le dire, sans avoir à te justifier.',
  },
  {
    kind: 'sign',
    title: 'La charte',
    words:
      'Les règles qu’on se donne, écrites en « je ». Lis-la à ton rythme : tu ne signes que ce que tu as lu, et ton exemplaire est à toi.',
    dueDays: 7,
    minutes: 5,
  },
  {
    kind: 'meeting',
    title: 'Ton binôme',
    words:
      'Quelqu’un qui était à ta place il y a quelques mois. Un café, sur site ou en visio. Trois questions pour commencer : qu’est-ce qui t’a surpris, qu’est-ce que tu referais autrement, à qui dois-je parler en premier ?',
    dueDays: 14,
    minutes: 30,
    with: 'buddy',
  },
  {
    kind: 'do',
    title: 'Élan dans la poche',
    words:
      'Sur ton téléphone, Élan s’ouvre comme une application, sans magasin ni e-mail. Ajoute-le à l’écran d’accueil : tu répondras entre deux tâches plutôt que le soir.',
    dueDays: 14,
    minutes: 2,
    optional: true,
    task: 'install',
  },
  {
    kind: 'learn',
    title: 'L’outil en main',
    words:
      'Trois leçons d’une minute, puis quatre situations que tu vas rencontrer. Autant d’essais que tu veux.',
    dueDays: 14,
    minutes: 10,
    lessons: [
      {
        title: 'Une bonne publication tient en trois phrases',
        text: 'Le souci : ce qui te faisait perdre du temps, avec un lieu ou un moment précis.\n\nLe geste : ce que tu as fait, dans l’ordre où tu l’as fait.\n\nLe gain : ce que ça change, avec tes mots. Un chiffre si tu en as un, sinon « je n’y pense plus » suffit.\n\nEt pour finir, une question. C’est à elle qu’on répond.',
      },
      {
        title: 'Répondre, même sans savoir',
        text: 'Une question sans réponse pendant deux jours apprend aux gens à ne plus en poser.\n\nSi tu sais, réponds en une phrase et propose de montrer. Si tu ne sais pas, dis-le et nomme la personne qui sait : son nom suffit à la prévenir.\n\nQuand la réponse est bonne, celle ou celui qui a demandé peut la marquer : elle restera pour les suivants.',
      },
      {
        title: 'Les photos, les clients, les collègues',
        text: 'Avant de publier une photo, regarde ce qu’il y a derrière : une adresse, un écran, une plaque, un visage.\n\nPour une personne que l’on reconnaît, demande-lui avant. Pour un client, jamais son nom ni son adresse.\n\nSi tu vois passer une photo gênante, un mot en privé règle presque tout. Le signalement reste là si ça ne suffit pas.',
      },
    ],
    questions: [
      {
        ask: 'Un collègue publie une photo de chantier. On y lit l’adresse du client. Tu fais quoi ?',
        options: [
          'Je signale à l’animation et j’attends',
          '* Je lui écris en privé pour qu’il change la photo',
          'Je commente : « attention, on voit l’adresse »',
        ],
        why: 'Un mot en privé règle presque tout, sans gêner personne. Le signalement reste là si ça ne suffit pas.',
      },
      {
        ask: 'On te pose une question à laquelle tu ne sais pas répondre. Que peux-tu faire ?',
        options: [
          '* Dire que tu ne sais pas',
          '* Nommer la personne qui sait',
          'Attendre que quelqu’un d’autre réponde',
          'Répondre au plus près de ce que tu crois',
        ],
        why: 'Dire qu’on ne sait pas est une réponse, et nommer quelqu’un en est une meilleure. Une réponse approximative fait perdre plus de temps qu’un silence.',
      },
      {
        ask: 'L’outil a planté deux fois ce matin devant ton équipe. Tu en parles ?',
        options: [
          'Non, ce serait une mauvaise publicité',
          '* Oui, en disant à quel moment et ce que tu faisais',
          'Seulement à l’oral, avec les personnes concernées',
        ],
        why: 'Ce qui coince est ce que l’équipe du projet a le plus besoin de lire. Le moment et le geste leur suffisent pour chercher.',
      },
      {
        ask: 'Ce mois-ci tu n’as pas une minute. Qu’est-ce qui aide tout le monde ?',
        options: [
          'Publier quand même quelque chose de court, pour le nombre',
          '* Le dire, et faire une pause avec une date de retour',
          'Attendre que ça passe',
        ],
        why: 'Une pause annoncée garde ta place et évite qu’on t’attende. Publier pour le nombre se voit, et lasse.',
      },
    ],
  },
  {
    kind: 'do',
    title: 'Dire bonjour',
    words:
      'Un premier mot dans la communauté : qui tu es, où l’on te trouve, et une chose pour laquelle on peut venir te voir. Ou commence par répondre à quelqu’un.',
    dueDays: 14,
    minutes: 5,
    task: 'introduce',
  },
  {
    kind: 'first_contribution',
    title: 'Ton premier message, à quatre mains',
    words:
      'Choisis une amorce, écris comme tu parles. Ton binôme relit si tu veux, et rien ne part sans toi. Personne ne valide : c’est ta parole.',
    dueDays: 21,
    minutes: 25,
  },
  {
    kind: 'meeting',
    title: 'La rencontre fondatrice',
    words:
      'Tout le cercle autour d’une table, sur site ou en visio. C’est après elle que les choses prennent : on ose demander à quelqu’un dont on connaît la voix.',
    dueDays: 45,
    minutes: 120,
    with: 'founding',
  },
]

/** « Relais »: a lighter role, an hour a month at most: pass on, and bring questions back. */
export const relaysFr: readonly WrittenStep[] = [
  {
    kind: 'read',
    title: 'Le rôle, en deux minutes',
    words: 'Passer le mot, ramener les questions. Rien de plus.',
    dueDays: 5,
    minutes: 2,
    text: 'Une fois par mois, tu reçois un message court à dire à ton équipe, avec tes mots, quand tu as cinq minutes : au point du matin, à la pause, devant la machine.\n\nTu écoutes ce qu’on te répond, et tu ramènes une question ou une remarque. C’est tout aussi utile que le message.\n\nTu peux sauter un mois. Dis-le d’un geste, quelqu’un d’autre passera le mot.',
  },
  {
    kind: 'sign',
    title: 'La charte',
    words: 'Les mêmes règles pour tout le monde. Deux minutes de lecture, et ton exemplaire est à toi.',
    dueDays: 7,
    minutes: 3,
  },
  {
    kind: 'meeting',
    title: 'Quelqu’un à qui demander',
    words:
      'Un relais ou un éclaireur de ton site. Dix minutes suffisent : le temps de savoir à quoi ressemble un bon message dit à l’équipe.',
    dueDays: 10,
    minutes: 10,
    with: 'buddy',
  },
  {
    kind: 'learn',
    title: 'Dire un message sans le réciter',
    words: 'Une leçon et deux questions.',
    dueDays: 14,
    minutes: 4,
    lessons: [
      {
        title: 'Une phrase, un exemple, une question',
        text: 'La phrase : ce qui change, pour qui, à partir de quand.\n\nL’exemple : un moment de la journée de ton équipe où ça se verra.\n\nLa question : « qu’est-ce qui va coincer chez nous ? » Puis tais-toi dix secondes. La bonne remarque arrive souvent à la huitième.',
      },
    ],
    questions: [
      {
        ask: 'On te répond : « encore un truc du siège ». Que fais-tu ?',
        options: [
          'Je défends le projet, c’est mon rôle',
          '* Je demande ce qui les gêne, et je le ramène',
          'Je passe à la suite',
        ],
        why: 'Ton rôle est de faire circuler dans les deux sens. Une objection ramenée mot pour mot vaut mieux qu’un applaudissement.',
      },
      {
        ask: 'Le message du mois ne concerne pas ton équipe. Que fais-tu ?',
        options: [
          'Je le dis quand même',
          '* Je le saute, et je dis pourquoi',
          'J’attends le suivant sans rien dire',
        ],
        why: 'Dire pourquoi un message ne sert pas aide à mieux écrire le prochain.',
      },
    ],
  },
  {
    kind: 'do',
    title: 'Dire bonjour',
    words: 'Un mot dans la communauté : ton équipe, ton site, et ce qu’on y fait de mieux.',
    dueDays: 14,
    minutes: 3,
    task: 'introduce',
  },
]
