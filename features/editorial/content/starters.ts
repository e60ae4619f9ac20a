import type { PostKind } from '#features/posts/contract.ts'
import type { Starter } from '../contract.ts'
import type { SlotKind } from '../rules/states.ts'

export interface StockStarter {
  key: string
  practice: string
  kind: SlotKind
  postKind: PostKind
  seasons: Starter['seasons']
  /** Empty: of any community. */
  communities: ('ambassadors' | 'practice' | 'interest' | 'project' | 'everybody')[]
  fr: { title: string; prompt: string }
  en: { title: string; prompt: string }
}

const starter = (
  key: string,
  practice: string,
  what: PostKind | SlotKind,
  fr: [string, string],
  en: [string, string],
  more: Partial<Pick<StockStarter, 'seasons' | 'communities'>> = {},
): StockStarter => ({
  key,
  practice,
  ...kindsOf(what),
  seasons: more.seasons ?? [],
  communities: more.communities ?? [],
  fr: { title: fr[0], prompt: fr[1] },
  en: { title: en[0], prompt: en[1] },
})

const OTHERS: readonly string[] = ['event', 'newsletter', 'share', 'turn']
const kindsOf = (what: PostKind | SlotKind): Pick<StockStarter, 'kind' | 'postKind'> =>
  OTHERS.includes(what)
    ? { kind: what as SlotKind, postKind: 'message' }
    : { kind: 'post', postKind: what as PostKind }

/** Formats and prompts, by practice. */
export const STOCK: readonly StockStarter[] = [
  starter(
    'why-few',
    'A1',
    'message',
    [
      'Pourquoi nous sommes peu nombreux',
      'Explique en cinq lignes pourquoi le groupe reste petit, et ce que chacun y apporte que personne d’autre ne voit.',
    ],
    [
      'Why there are few of us',
      'Explain in five lines why the group stays small, and what each person brings that nobody else sees.',
    ],
    { communities: ['ambassadors'] },
  ),
  starter(
    'portrait',
    'A1',
    'message',
    [
      'Un portrait, trois questions',
      'Choisis une personne de la communauté : ce qu’elle fait vraiment, ce qu’elle sait que peu savent, ce qu’elle aimerait qu’on lui demande.',
    ],
    [
      'A portrait in three questions',
      'Choose somebody from the community: what they really do, what they know that few know, what they’d like to be asked.',
    ],
  ),
  starter(
    'best-answer',
    'A1',
    'kudos',
    [
      'La réponse de la semaine',
      'Une réponse courte a sorti quelqu’un d’un mauvais pas. Remercie la personne et dis ce qui s’est débloqué.',
    ],
    [
      'The answer of the week',
      'A short answer got somebody out of trouble. Thank them and say what it unlocked.',
    ],
  ),
  starter(
    'first-steps',
    'A2',
    'question',
    [
      'Mes débuts dans le rôle',
      'Demande aux plus anciens : qu’est-ce que tu aurais voulu savoir le premier jour ?',
    ],
    [
      'My first days in the role',
      'Ask those who’ve been here longest: what do you wish you’d known on day one?',
    ],
    { seasons: ['rentree'], communities: ['ambassadors'] },
  ),
  starter(
    'welcome-new',
    'A2',
    'message',
    [
      'Ils viennent d’arriver',
      'Présente les nouvelles têtes en une phrase chacune, avec une question facile à leur poser.',
    ],
    [
      'They’ve just arrived',
      'Introduce the new faces in a sentence each, with an easy question to ask them.',
    ],
  ),
  starter(
    'charter-line',
    'A2',
    'question',
    [
      'Une ligne de la charte, en vrai',
      'Prends une ligne de la charte et demande à quoi elle ressemble un mardi matin à l’atelier.',
    ],
    [
      'One line of the charter, for real',
      'Take one line of the charter and ask what it looks like on a Tuesday morning in the workshop.',
    ],
    { communities: ['ambassadors'] },
  ),
  starter(
    'buddy',
    'A2',
    'message',
    [
      'Cherche binôme',
      'Propose à deux personnes de sites différents de se relire une fois par mois. Dis comment ça commence.',
    ],
    [
      'Buddy wanted',
      'Suggest that two people from different sites reread each other once a month. Say how it begins.',
    ],
  ),
  starter(
    'gathering-dates',
    'A3',
    'poll',
    [
      'On se retrouve quand ?',
      'Trois dates, un lieu, un lien pour ceux qui seront loin. Le vote ferme vendredi.',
    ],
    [
      'When shall we meet?',
      'Three dates, a place, a link for those who’ll be away. The vote closes on Friday.',
    ],
    { seasons: ['rentree', 'spring'] },
  ),
  starter(
    'gathering-back',
    'A3',
    'message',
    [
      'Ce qu’on a ramené de la rencontre',
      'Trois choses apprises, une promesse faite, une photo de mains plutôt que de diapositives.',
    ],
    [
      'What we brought back from the gathering',
      'Three things learned, a promise made, a photo of hands rather than slides.',
    ],
  ),
  starter(
    'host-next',
    'A3',
    'question',
    [
      'Qui accueille la prochaine ?',
      'Demande quel site ouvre sa porte la prochaine fois, et ce qu’on y verrait qu’on ne voit nulle part ailleurs.',
    ],
    [
      'Who hosts the next one?',
      'Ask which site opens its door next time, and what one would see there that can’t be seen anywhere else.',
    ],
  ),
  starter(
    'remote-seat',
    'A3',
    'event',
    [
      'Un café, sur place et à distance',
      'Quarante minutes, un sujet, la moitié des chaises à l’écran. Prévois quelqu’un qui lit les questions du chat.',
    ],
    [
      'A coffee, on site and online',
      'Forty minutes, one topic, half the chairs on screen. Have somebody read the questions from the chat.',
    ],
  ),
  starter(
    'phone-trick',
    'A4',
    'practice',
    [
      'L’astuce du téléphone',
      'Un geste qui se fait d’une main, gants aux doigts. Dis le souci, le geste, le temps gagné.',
    ],
    [
      'The phone trick',
      'A gesture that takes one hand, gloves on. Say the concern, the gesture, the time saved.',
    ],
  ),
  starter(
    'where-is-it',
    'A4',
    'question',
    [
      'Où est-ce que tu cherches ?',
      'Demande où chacun cherche d’abord une information. Les réponses diront ce qui est trop compliqué.',
    ],
    [
      'Where do you look first?',
      'Ask where people look first for something. The answers will say what is too complicated.',
    ],
  ),
  starter(
    'two-minutes',
    'A4',
    'message',
    [
      'En deux minutes chrono',
      'Montre une chose utile de l’outil en trois captures. Termine par : essaie, et dis-moi où ça coince.',
    ],
    [
      'In two minutes flat',
      'Show one useful thing in the tool with three screenshots. End with: try it, and tell me where it gets stuck.',
    ],
  ),
  starter(
    'month-done',
    'A5',
    'question',
    [
      'Ton coup de main du mois',
      'Chacun raconte un coup de main donné, même petit, même hors écran. Commence par le tien.',
    ],
    [
      'Your helping hand this month',
      'Everybody tells of one helping hand, however small, even away from the screen. Start with yours.',
    ],
    { communities: ['ambassadors'] },
  ),
  starter(
    'light-role',
    'A5',
    'message',
    [
      'Moins de temps ce trimestre',
      'Rappelle qu’un rôle peut s’alléger ou se mettre en pause, et comment le dire sans s’excuser.',
    ],
    [
      'Less time this quarter',
      'Remind people that a role can be made lighter or paused, and how to say so without apologising.',
    ],
    { seasons: ['year_end', 'summer'], communities: ['ambassadors'] },
  ),
  starter(
    'hand-over',
    'A5',
    'kudos',
    [
      'Merci, et à toi la suite',
      'Quelqu’un passe la main : dis ce qu’il laisse, et présente la personne qui reprend.',
    ],
    [
      'Thank you, and over to you',
      'Somebody is handing over: say what they leave behind, and introduce whoever takes it on.',
    ],
  ),
  starter(
    'ask-boss',
    'A6',
    'question',
    [
      'Une question à la direction',
      'Récolte les questions avant, vote pour trois, et dis le jour où les réponses tombent.',
    ],
    [
      'A question for top management',
      'Gather the questions beforehand, vote for three, and say on which day the answers come.',
    ],
    { seasons: ['rentree', 'winter'] },
  ),
  starter(
    'sponsor-day',
    'A6',
    'message',
    [
      'Une matinée avec nous',
      'Le parrain de la communauté passe une matinée sur le terrain : ce qu’il a porté, ce qu’il a compris.',
    ],
    [
      'A morning with us',
      'The community’s sponsor spent a morning on the floor: what they carried, what they understood.',
    ],
  ),
  starter(
    'sponsor-thanks',
    'A6',
    'kudos',
    [
      'Un merci venu d’en haut',
      'Propose au parrain de remercier quelqu’un par son nom, pour un geste précis.',
    ],
    [
      'A thank-you from above',
      'Suggest that the sponsor thanks somebody by name, for one precise thing they did.',
    ],
  ),
  starter(
    'turn-open',
    'A7',
    'turn',
    [
      'La parole est à l’atelier',
      'Une personne tient le compte de l’entreprise une semaine. Dis qui, et ce qu’elle a envie de montrer.',
    ],
    [
      'The workshop has the floor',
      'Somebody holds the company’s account for a week. Say who, and what they want to show.',
    ],
    { communities: ['ambassadors'] },
  ),
  starter(
    'time-allotted',
    'A7',
    'question',
    [
      'Deux heures, vraiment ?',
      'Demande si le temps promis est tenu, et ce qui le mange. Remonte la réponse à qui peut agir.',
    ],
    [
      'Two hours, really?',
      'Ask whether the promised time is kept, and what eats it up. Take the answer to who can act on it.',
    ],
    { communities: ['ambassadors'] },
  ),
  starter(
    'share-pride',
    'A7',
    'share',
    [
      'Ce qu’on est fiers de montrer dehors',
      'Un chantier fini, une équipe, un geste : propose trois façons de le dire, chacun prendra la sienne.',
    ],
    [
      'What we’re proud to show outside',
      'A finished site, a team, a gesture: offer three ways to say it, each will take their own.',
    ],
  ),
  starter(
    'week-question',
    'A8',
    'question',
    [
      'La question du mardi',
      'Une question à laquelle chacun peut répondre en une ligne, depuis son poste. Par exemple : quel outil tu prêterais sans hésiter ?',
    ],
    [
      'The Tuesday question',
      'A question anybody can answer in a line, from where they work. For instance: which tool would you lend without a second thought?',
    ],
  ),
  starter(
    'friday-photo',
    'A8',
    'message',
    ['La photo du vendredi', 'Une photo prise dans la semaine, sans pose. Une phrase pour dire où l’on est.'],
    ['The Friday photo', 'One photo taken this week, nobody posing. A sentence to say where we are.'],
  ),
  starter(
    'unanswered',
    'A8',
    'question',
    [
      'Elle attend une réponse',
      'Reprends une question restée sans réponse, et nomme les trois personnes qui pourraient savoir.',
    ],
    [
      'Still waiting for an answer',
      'Bring back a question nobody answered, and name the three people who might know.',
    ],
  ),
  starter(
    'digest',
    'A8',
    'newsletter',
    [
      'Le mois en cinq lignes',
      'Cinq choses qui ont compté, avec un lien chacune. Rien de plus : on doit pouvoir le lire debout.',
    ],
    [
      'The month in five lines',
      'Five things that mattered, a link for each. Nothing more: it should be readable standing up.',
    ],
  ),
  starter(
    'back-summer',
    'A8',
    'question',
    [
      'Retour de vacances : par quoi on commence ?',
      'Une seule chose à rattraper chacun, les autres répondent avec un lien ou un raccourci.',
    ],
    [
      'Back from holiday: where do we begin?',
      'One thing each to catch up on; the others answer with a link or a shortcut.',
    ],
    { seasons: ['rentree'] },
  ),
  starter(
    'light-dip',
    'A8',
    'poll',
    [
      'Pile ou face de la semaine',
      'Deux façons de faire, on vote, on se moque gentiment. Parfait pour une semaine calme.',
    ],
    [
      'Heads or tails of the week',
      'Two ways of doing it, we vote, we tease gently. Perfect for a quiet week.',
    ],
    { seasons: ['dip', 'summer', 'winter'] },
  ),
  starter(
    'replay',
    'A8',
    'message',
    [
      'À revoir tranquillement',
      'Ressors un contenu qui avait plu, avec une phrase neuve : ce qui a changé depuis.',
    ],
    [
      'Worth seeing again',
      'Bring back something people liked, with one new sentence: what has changed since.',
    ],
    { seasons: ['dip', 'summer'] },
  ),
  starter(
    'month-ahead',
    'A8',
    'message',
    ['Ce mois-ci, on va', 'Trois rendez-vous du mois, un par ligne, avec ce qu’il faut apporter.'],
    ['This month, we will', 'Three dates this month, one a line, with what to bring.'],
  ),
  starter(
    'two-truths',
    'A9',
    'question',
    [
      'Deux vraies, une fausse',
      'Trois affirmations sur ton métier, les autres devinent. Réponse demain midi.',
    ],
    ['Two true, one false', 'Three statements about your job, the others guess. Answer tomorrow at noon.'],
  ),
  starter(
    'sound',
    'A9',
    'question',
    [
      'C’est quoi, ce bruit ?',
      'Décris un son de l’atelier en dix mots. Le premier qui trouve pose le suivant.',
    ],
    ['What’s that noise?', 'Describe a workshop sound in ten words. Whoever finds it asks the next one.'],
    { seasons: ['dip'] },
  ),
  starter(
    'desk',
    'A9',
    'message',
    [
      'Montre ton établi',
      'Une photo de ton poste comme il est, pas comme il devrait être. Trois objets à expliquer.',
    ],
    ['Show your bench', 'A photo of your workplace as it is, not as it should be. Three objects to explain.'],
    { seasons: ['dip', 'winter'] },
  ),
  starter(
    'quiz',
    'A9',
    'poll',
    [
      'Le quiz de la pause',
      'Une question de métier, quatre réponses, une seule bonne. L’explication vaut plus que le point.',
    ],
    [
      'The break quiz',
      'One question about the trade, four answers, one right. The explanation is worth more than the point.',
    ],
  ),
  starter(
    'recipe',
    'A9',
    'message',
    [
      'La recette qui tourne',
      'Une recette de fin d’année, tenue sur une demi-page. Celui qui l’essaie montre le résultat.',
    ],
    [
      'The recipe that goes round',
      'An end-of-year recipe on half a page. Whoever tries it shows the result.',
    ],
    { seasons: ['year_end'] },
  ),
  starter(
    'wishes',
    'A9',
    'message',
    ['Un vœu, un seul', 'Chacun écrit un vœu pour l’équipe d’à côté, pas pour la sienne.'],
    ['One wish, just one', 'Each writes a wish for the team next door, not for their own.'],
    { seasons: ['year_end', 'winter'] },
  ),
  starter(
    'vision-plain',
    'B1',
    'message',
    [
      'À quoi ça sert, en une phrase',
      'Réécris la raison d’être de la communauté comme tu l’expliquerais à ta voisine.',
    ],
    ['What it’s for, in a sentence', 'Rewrite why the community exists as you would tell your neighbour.'],
    { seasons: ['rentree'] },
  ),
  starter(
    'not-for',
    'B1',
    'question',
    [
      'Ce qu’on ne fera pas ici',
      'Demande ce qui n’a pas sa place dans la communauté. La liste dit la vision mieux qu’un discours.',
    ],
    [
      'What we won’t do here',
      'Ask what doesn’t belong in the community. The list says the vision better than a speech.',
    ],
  ),
  starter(
    'for-whom',
    'B1',
    'question',
    [
      'Il manque qui ?',
      'Demande qui devrait être là et n’y est pas. Une réponse sur trois fera une invitation.',
    ],
    ['Who is missing?', 'Ask who should be here and isn’t. One answer in three will become an invitation.'],
    { seasons: ['spring'] },
  ),
  starter(
    'one-year',
    'B1',
    'message',
    [
      'Dans un an, on aura réussi si',
      'Trois phrases concrètes, vérifiables, sans chiffre de tableau. Reprends-les dans douze mois.',
    ],
    [
      'In a year, we’ll have made it if',
      'Three concrete sentences, checkable, without a figure from a table. Bring them back in twelve months.',
    ],
    { seasons: ['rentree', 'winter'] },
  ),
  starter(
    'who-does',
    'B2',
    'message',
    [
      'Qui fait quoi, et quand l’appeler',
      'Une ligne par rôle : la personne, ce qu’elle décide, ce qu’il ne faut pas lui demander.',
    ],
    [
      'Who does what, and when to call them',
      'A line per role: the person, what they decide, what not to ask them.',
    ],
    { seasons: ['rentree'] },
  ),
  starter(
    'day-of',
    'B2',
    'message',
    [
      'Une journée de l’animatrice',
      'Raconte ta journée d’animation heure par heure. On comprendra pourquoi tu relances.',
    ],
    [
      'A day in the life of the community manager',
      'Tell your day hour by hour. People will understand why you remind them.',
    ],
  ),
  starter(
    'hr-answers',
    'B2',
    'question',
    ['Les RH répondent', 'Une question par personne, une réponse par jour, pendant une semaine.'],
    ['HR answers', 'One question each, one answer a day, for a week.'],
  ),
  starter(
    'stake-thanks',
    'B2',
    'kudos',
    [
      'Merci à celles qu’on ne voit pas',
      'Informatique, communication, accueil : remercie quelqu’un sans qui rien ne tournerait.',
    ],
    [
      'Thanks to those we don’t see',
      'IT, communication, reception: thank somebody without whom nothing would run.',
    ],
  ),
  starter(
    'one-place',
    'B3',
    'practice',
    [
      'Un seul endroit pour ça',
      'Le souci : trois versions du même fichier. Le geste : une seule adresse. Le gain : raconte.',
    ],
    [
      'One place for that',
      'The concern: three versions of the same file. The gesture: one address. The gain: tell us.',
    ],
  ),
  starter(
    'clean-up',
    'B3',
    'message',
    [
      'Grand rangement',
      'On ferme ce qui ne sert plus : les groupes vides, les vieux fichiers. Dis ce que tu vas fermer, et vendredi on trinque.',
    ],
    [
      'Spring clean',
      'We close what nobody uses: empty groups, old files. Say what you’ll close, and on Friday we raise a glass.',
    ],
    { seasons: ['spring'] },
  ),
  starter(
    'no-mail',
    'B3',
    'message',
    [
      'Sans adresse e-mail, comment on fait',
      'Explique l’entrée par code en trois photos, pour celles et ceux de l’atelier.',
    ],
    [
      'How to join without an e-mail address',
      'Explain joining by code in three photos, for those in the workshop.',
    ],
  ),
  starter(
    'plan-back',
    'B4',
    'message',
    [
      'Où en est le plan',
      'Trois objectifs, un mot honnête sur chacun : en avance, à l’heure, en retard. Et ce qu’on change.',
    ],
    [
      'Where the plan stands',
      'Three objectives, one honest word on each: ahead, on time, late. And what we change.',
    ],
  ),
  starter(
    'committee-call',
    'B4',
    'question',
    [
      'De quoi parle le prochain comité ?',
      'Récolte les sujets avant le comité éditorial. Trois seront gardés, les autres iront à la réserve.',
    ],
    [
      'What shall the next committee discuss?',
      'Gather topics before the editorial committee. Three will be kept, the rest go in the stock.',
    ],
  ),
  starter(
    'channel-swap',
    'B4',
    'message',
    [
      'On change de canal',
      'Annonce qu’un contenu quitte l’e-mail pour le fil, et pourquoi on le verra mieux.',
    ],
    [
      'We’re changing channel',
      'Announce that something is leaving e-mail for the feed, and why it will be easier to see.',
    ],
  ),
  starter(
    'before-after',
    'B5',
    'practice',
    ['Avant, après', 'Deux photos, deux dates, un geste entre les deux. C’est l’argument le plus court.'],
    ['Before, after', 'Two photos, two dates, one gesture in between. It’s the shortest argument there is.'],
  ),
  starter(
    'saved-time',
    'B5',
    'question',
    [
      'Qu’est-ce que ça t’a épargné ?',
      'Demande un trajet, un coup de fil ou une reprise qui n’a pas eu lieu grâce à la communauté.',
    ],
    [
      'What did it spare you?',
      'Ask for one trip, call or rework that didn’t happen thanks to the community.',
    ],
  ),
  starter(
    'team-message',
    'B5',
    'message',
    ['Le message à lire en équipe', 'Trente secondes à lire au point du matin, et une question à rapporter.'],
    [
      'The message to read to the team',
      'Thirty seconds to read at the morning meeting, and one question to bring back.',
    ],
    { communities: ['ambassadors'] },
  ),
  starter(
    'invite-one',
    'B5',
    'message',
    ['Amène quelqu’un', 'Chacun invite une personne, une seule, et dit pourquoi elle.'],
    ['Bring somebody', 'Everybody invites one person, just one, and says why them.'],
    { seasons: ['spring', 'rentree'] },
  ),
  starter(
    'workshop',
    'B6',
    'event',
    ['Un atelier d’une heure', 'Un geste montré, essayé, filmé au téléphone. Dix personnes au plus.'],
    ['A one-hour workshop', 'A gesture shown, tried, filmed on a phone. Ten people at most.'],
  ),
  starter(
    'challenge',
    'B6',
    'event',
    ['Le défi de la quinzaine', 'Un défi qui tient en une photo, deux semaines, aucun classement.'],
    ['The fortnight’s challenge', 'A challenge that fits in a photo, two weeks, no ranking.'],
    { seasons: ['spring', 'dip'] },
  ),
  starter(
    'ama',
    'B6',
    'event',
    [
      'Une heure pour tout demander',
      'Une personne d’un autre métier répond en direct. Récolte cinq questions d’avance.',
    ],
    ['An hour to ask anything', 'Somebody from another job answers live. Gather five questions beforehand.'],
  ),
  starter(
    'visit',
    'B6',
    'event',
    [
      'Visite chez les voisins',
      'Un site en reçoit un autre une matinée. Chacun repart avec une chose à copier.',
    ],
    [
      'A visit to the neighbours',
      'One site hosts another for a morning. Each leaves with one thing to copy.',
    ],
    { seasons: ['spring'] },
  ),
  starter(
    'debate',
    'B6',
    'poll',
    ['Pour ou contre', 'Un vrai désaccord de métier, deux camps, une semaine d’arguments.'],
    ['For or against', 'A real disagreement about the trade, two camps, a week of arguments.'],
  ),
  starter(
    'summer-read',
    'B6',
    'message',
    [
      'À emporter cet été',
      'Trois choses à lire, écouter ou fabriquer pendant les congés, rien d’obligatoire.',
    ],
    [
      'To take along this summer',
      'Three things to read, hear or make over the holidays, nothing compulsory.',
    ],
    { seasons: ['summer'] },
  ),
  starter(
    'spot',
    'B7',
    'kudos',
    ['Un merci précis', 'Pas merci pour tout : merci pour ce geste, ce jour-là, et ce qu’il a évité.'],
    [
      'A precise thank-you',
      'Not thanks for everything: thanks for that gesture, that day, and what it avoided.',
    ],
  ),
  starter(
    'quiet-help',
    'B7',
    'kudos',
    ['Ceux qui dépannent sans bruit', 'Nomme deux personnes qui répondent toujours et ne publient jamais.'],
    ['Those who help quietly', 'Name two people who always answer and never post.'],
  ),
  starter(
    'year-thanks',
    'B7',
    'kudos',
    ['Les mercis de l’année', 'Un merci par mois, douze lignes, douze personnes différentes.'],
    ['The year’s thank-yous', 'One thank-you a month, twelve lines, twelve different people.'],
    { seasons: ['year_end'] },
  ),
  starter(
    'reward-wish',
    'B7',
    'poll',
    [
      'Qu’est-ce qui te ferait plaisir ?',
      'Quatre récompenses possibles, une seule sera tentée ce trimestre.',
    ],
    ['What would please you?', 'Four possible rewards, only one will be tried this quarter.'],
  ),
  starter(
    'said-did',
    'B8',
    'message',
    [
      'Tu l’as dit, on l’a fait',
      'Une demande entendue, ce qui a changé, et celle qu’on n’a pas pu suivre, avec la raison.',
    ],
    ['You said, we did', 'A request heard, what changed, and the one we couldn’t follow, with the reason.'],
  ),
  starter(
    'one-thing',
    'B8',
    'question',
    ['Une chose à arrêter', 'Demande une chose à arrêter dans la communauté. Promets une réponse à chacune.'],
    ['One thing to stop', 'Ask for one thing the community should stop. Promise an answer to each.'],
    { seasons: ['rentree', 'winter'] },
  ),
  starter(
    'too-much',
    'B8',
    'poll',
    [
      'Trop, pas assez, comme il faut ?',
      'Le rythme des publications, en trois réponses. Le résultat change la cadence dès le mois suivant.',
    ],
    [
      'Too much, too little, just right?',
      'The pace of posts, in three answers. The result changes the cadence from next month on.',
    ],
  ),
  starter(
    'test-call',
    'B8',
    'message',
    [
      'On cherche dix personnes pour essayer',
      'Dis ce qu’il y a à essayer, combien de temps ça prend, et ce qu’on fera de leurs réponses.',
    ],
    [
      'Ten people wanted to try something',
      'Say what there is to try, how long it takes, and what will be done with the answers.',
    ],
  ),
  starter(
    'figure',
    'B9',
    'message',
    ['Un chiffre, une histoire', 'Prends un seul chiffre du mois et raconte la situation qui est derrière.'],
    ['One figure, one story', 'Take a single figure of the month and tell the situation behind it.'],
  ),
  starter(
    'year-review',
    'B9',
    'message',
    ['L’année en six images', 'Six moments, dans l’ordre, une légende chacun. La dernière regarde devant.'],
    ['The year in six pictures', 'Six moments, in order, a caption each. The last one looks ahead.'],
    { seasons: ['year_end'] },
  ),
  starter(
    'what-changed',
    'B9',
    'question',
    [
      'Qu’est-ce qui a changé chez toi ?',
      'Six mois après, demande une habitude prise et une qu’on a perdue.',
    ],
    ['What has changed where you are?', 'Six months on, ask for one habit gained and one lost.'],
    { seasons: ['spring', 'winter'] },
  ),
]
