/** A first word to somebody who has just arrived: {given}, {site} and {department} are theirs. */
export const welcomes: readonly string[] = [
  'Bienvenue {given}. Si tu cherches quelque chose à {site}, demande, on connaît les cachettes.',
  '{given}, au plaisir de te lire bientôt. Ici la première question est toujours la bonne.',
  'Salut {given}. {department}, à {site} : on a forcément des histoires à comparer.',
  'Bonjour {given}. Ton coin, c’est le groupe de {site} ; le mien aussi, passe quand tu veux.',
  'Te voilà parmi nous, {given}. On se croise à la pause à {site} ?',
  '{given}, bienvenue sur Tempo. Raconte-nous ce qui t’occupe cette semaine ({department}, c’est bien ça ?).',
  'Ça fait plaisir de voir {site} grandir : bienvenue {given}.',
  'Bonjour {given}, si l’écran te résiste, écris-moi, j’ai eu les mêmes bosses à {site}.',
  'Un visage de plus pour {department}, à {site}. Bienvenue {given}, la photo peut attendre.',
  '{given}, tu tombes bien : il manquait une voix de {department} à {site}.',
]

/** The same for English speakers. */
export const englishWelcomes: readonly string[] = [
  'Welcome {given}. Ask in English or in French, somebody in {site} will answer in both.',
  'Good to see you here, {given}. The export group is the cosy corner, the rest is worth the dictionary.',
  'Hello {given}, we saved you a seat. Tell us what you are working on this week.',
]
