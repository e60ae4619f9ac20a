import type { Block, Chapter, Facts, Paper } from './shape.ts'

const months = (count: number) => `${count} mois`
const days = (count: number) => (count > 1 ? `${count} jours` : `${count} jour`)
const years = (count: number) => (count > 1 ? `${count} ans` : `${count} an`)
const many = (count: number, one: string, other: string) => `${count} ${count > 1 ? other : one}`
const list = (items: string[]) => new Intl.ListFormat('fr-FR', { type: 'conjunction' }).format(items)
const range = ({ least, most }: { least: number; most: number }) =>
  least === most ? months(least) : `de ${least} à ${months(most)}, selon le programme`

interface Processing {
  key: string
  title: string
  purpose: string
  ground: string
  people: string
  data: string[]
  recipients: string[]
  retention: string[]
  security?: string[]
}

const LEGITIMATE = "Intérêt légitime de l'employeur (RGPD, article 6.1.f)"

const chapterOf = (one: Processing): Chapter => ({
  key: one.key,
  title: one.title,
  blocks: [
    { label: 'Finalité', lines: [one.purpose] },
    { label: 'Base légale proposée', lines: [one.ground] },
    { label: 'Personnes concernées', lines: [one.people] },
    { label: 'Données', lines: one.data },
    { label: 'Destinataires', lines: one.recipients },
    { label: 'Durée de conservation', lines: one.retention },
    ...(one.security ? [{ label: 'Mesures propres', lines: one.security }] : []),
  ],
})

function processings(f: Facts): Processing[] {
  return [
    {
      key: 'accounts',
      title: '1. Comptes et annuaire',
      purpose: "Permettre aux personnes invitées d'entrer, de se reconnaître et de se joindre.",
      ground: `${LEGITIMATE} : disposer d'un outil de communication interne.`,
      people: `${many(f.people, 'personne inscrite ou attendue', 'personnes inscrites ou attendues')}, dont ${f.outsiders} d'organisations extérieures.`,
      data: [
        "Nom, prénom, matricule ou e-mail, organisation, métier, service, site, niveau, responsable, dates d'entrée et de départ, tels que l'import RH ou l'administration les donne.",
        "Facultatif, par la personne elle-même : photo, téléphone, quelques mots, centres d'intérêt, accord du rôle, langue.",
        "Preuves d'entrée : empreinte du mot de passe, clés d'accès, double vérification, appareils connectés. La première arrivée est la seule date de connexion gardée.",
      ],
      recipients: [
        "Chaque membre lit le profil des personnes qu'il peut connaître ; une personne d'une organisation extérieure, de celles de ses espaces seulement.",
        `${many(f.administrators, 'personne qui administre le réseau lit', 'personnes qui administrent le réseau lisent')} les comptes.`,
      ],
      retention: [
        "Compte : tant que la personne est dans l'annuaire ; fermé à son départ, connexions closes à l'instant.",
        `Fichiers RH et ce qu'ils disaient : ${days(f.importDays)}. Envois de fichiers inachevés : ${days(f.uploadDays)}.`,
        `Connexion d'un appareil : ${days(f.sessionDays)} au plus. Lien de nouveau mot de passe : ${f.resetHours} heures au plus.`,
      ],
      security: [
        `Mots de passe d'au moins ${f.passwords.member} signes (${f.passwords.administrator} pour l'administration), refusés s'ils se devinent trop vite, ralentis après des essais erronés.`,
        `Double vérification ${f.factorForAdministrators ? 'obligatoire' : 'proposée, non obligatoire,'} pour l'administration : ${f.administratorsWithFactor} sur ${f.administrators}.`,
      ],
    },
    {
      key: 'posts',
      title: '2. Publications, commentaires et réactions',
      purpose:
        'Échanger entre collègues : annonces, questions, bonnes pratiques, idées, remerciements, sondages.',
      ground: `${LEGITIMATE} ; personne n'est tenu de publier.`,
      people: `Les membres de ${many(f.communities, 'communauté', 'communautés')} et de leurs groupes.`,
      data: [
        'Textes, fichiers (les photos sont ré-encodées, sans lieu ni appareil), réactions, votes aux sondages (sans choix par personne quand le sondage est anonyme), publications gardées, brouillons, notifications.',
        'Signalements : motif, mots, décision.',
      ],
      recipients: [
        "Les lecteurs de l'espace où c'est publié, personne d'autre : administrer le réseau ne donne pas à lire les espaces fermés.",
        "Un signalement : la modération de l'espace, qui ne lit pas le nom de qui signale.",
      ],
      retention: [
        "Publications et commentaires : gardés, ou retirés par leur auteur. Le départ d'une personne ferme son compte et laisse ses mots.",
        `Images de brouillons oubliées : ${days(f.draftPictureDays)}. Traces d'accueil : ${days(f.welcomeDays)}.`,
      ],
    },
    {
      key: 'invitations',
      title: '3. Invitations et entrée',
      purpose:
        'Inviter les personnes visées, par e-mail, lettre, code ou affiche, et mesurer la part de celles qui sont venues.',
      ground: LEGITIMATE,
      people: 'Les personnes invitées à une communauté.',
      data: [
        'Invitation, moyen, état (envoyée, revenue, acceptée, retirée), rappels, code scellé ; e-mail envoyé, sans son texte une fois parti.',
      ],
      recipients: [
        'Les personnes qui animent la communauté.',
        f.mail ? "Le serveur d'e-mail de l'entreprise." : "Aucun e-mail ne part : aucun serveur n'est réglé.",
      ],
      retention: [
        `Code personnel : valable ${months(f.invitationMonths)}. Invitation : tant que le compte existe, pour ne pas inviter deux fois.`,
        "Essais erronés d'un code : comptés sous une marque sans nom, un jour.",
      ],
    },
    {
      key: 'journeys',
      title: '4. Programmes, entrée dans le rôle et chartes',
      purpose:
        'Réunir des ambassadeurs volontaires, recueillir leur accord et celui de leur manager, les former, prouver ce qui a été convenu.',
      ground: `${LEGITIMATE} ; la participation est libre, et se quitte en un geste. Lettre de mission : exécution de ce qui est convenu (6.1.b).`,
      people:
        f.programmes.length > 0
          ? `Candidats et ambassadeurs de : ${list(f.programmes.map(({ name }) => name))}.`
          : "Candidats et ambassadeurs ; aucun programme n'est ouvert aujourd'hui.",
      data: [
        "Candidature, mots, goûts, états datés avec leur motif, congés et pauses déclarés, accord du manager, lettre de mission, rencontres, étapes du parcours, notes d'appel, brouillon de première publication.",
        "Signature d'une charte : nom, version, empreinte du texte, seconde.",
      ],
      recipients: [
        "La personne d'abord ; les pilotes et les référents qu'ils nomment. Notes d'un appel : ses deux personnes. Accord : le manager, sa propre réponse.",
        "Ni les autres ambassadeurs, ni l'administration, ni les RH.",
      ],
      retention: [
        `Refus ou nomination sans réponse : ${months(f.candidateMonths)}. Dossier de quelqu'un qui a servi : ${months(f.alumniMonths)} après la dernière étape, sauf souhait de rester sur le mur.`,
        `Lien du manager : ${days(f.agreementDays)}. Signature de charte : vaut ${days(f.signatureDays)}, puis gardée ${years(f.proofYears)} comme preuve.`,
      ],
    },
    {
      key: 'follow-up',
      title: '5. Suivi des ambassadeurs',
      purpose:
        "Suivre avec chaque ambassadeur volontaire ce qui a été convenu, pour l'aider, l'alléger ou clore avec des remerciements. Jamais pour évaluer, payer ni sanctionner.",
      ground: `${LEGITIMATE} ; chacun s'y oppose en un geste, sans quitter le rôle.`,
      people: 'Les ambassadeurs des programmes ouverts, tous volontaires.',
      data: f.followUp.find(({ title }) => title === 'Données')?.lines ?? [],
      recipients: [
        "La personne d'abord et en entier ; les pilotes et les référents nommés (annexe). Personne d'autre.",
      ],
      retention: [
        `Contributions : ${range(f.ledger)}. Échanges : ${range(f.proposals)} après la fin du rôle. Un état n'est pas conservé.`,
      ],
      security: [
        'Aucune décision automatique : une personne relit, envoie, et conclut, aux heures de travail.',
      ],
    },
    {
      key: 'tests',
      title: '6. Missions, tests et idées',
      purpose:
        'Confier une mission avec une date, essayer un produit étape par étape, recueillir et départager des idées.',
      ground: `${LEGITIMATE} ; chaque mission se prend et se rend librement.`,
      people: "Les ambassadeurs qui prennent une mission ; les auteurs d'idées ; les équipes nommées.",
      data: [
        "Places prises, ce qui est rapporté, réponses et captures d'un test, relais (nombre de personnes), idées, votes d'un tour ouvert.",
      ],
      recipients: [
        "Un test : son auteur, puis l'équipe nommée, une fois rendu ; le prénom si le testeur l'accepte, jamais pour son propre manager.",
        `Un vote : son auteur seul. Les totaux se taisent sous ${f.threshold} personnes.`,
      ],
      retention: [
        `Ce qu'une personne a fait d'une mission : ${months(f.missionMonths)}. Votes : effacés à la fin du tour. Idées et décisions : gardées.`,
      ],
    },
    {
      key: 'sharing',
      title: '7. Partages et comptes extérieurs',
      purpose:
        "Proposer à des volontaires de partager sur leurs propres réseaux, et publier au nom de l'entreprise.",
      ground:
        "Consentement de la personne, réseau par réseau, retiré en un geste (6.1.a) ; intérêt légitime pour les comptes de l'entreprise.",
      people: "Les personnes qui l'ont choisi ; celles qui publient au nom de l'entreprise.",
      data: [
        'Réseaux choisis, partages, textes proposés. Clics : par jour et par lien, sans rien qui dise de qui.',
        `Comptes reliés : ${f.companyAccounts} de l'entreprise, ${many(f.personalAccounts, 'personnel', 'personnels')}${f.networks.length > 0 ? ` (${list(f.networks)})` : ''} ; leurs jetons sont scellés.`,
        "Publications à l'extérieur : texte, image, adresse, chiffres que le réseau donne.",
      ],
      recipients: [
        'Qui a partagé : la personne seule. Tous les autres lisent des compteurs de jours, à partir du seuil.',
        f.networks.length > 0
          ? `Les réseaux reliés reçoivent ce qui y est publié : ${list(f.networks)}.`
          : "Aucun réseau n'est relié : rien ne sort.",
      ],
      retention: [
        `Partages et choix : ${months(f.sharingMonths)}, ou à l'instant du retrait. Marques de clics : le jour, effacées dans l'heure qui suit.`,
        `Publications au nom de l'entreprise, ici : ${months(f.publicationMonths)} ; celles d'une personne sur son propre compte : ${months(f.ownPublicationMonths)} ; sur le réseau, jusqu'à leur retrait. Liaison en cours : ${f.connectionMinutes} minutes.`,
      ],
    },
    {
      key: 'turns',
      title: '8. Prises de parole à tour de rôle',
      purpose:
        "Répartir équitablement la parole de l'entreprise entre ambassadeurs, et agir vite lors d'un incident.",
      ground: `${LEGITIMATE} ; un tour est proposé, puis confirmé par son titulaire.`,
      people:
        f.rosters > 0
          ? `Ambassadeurs de ${many(f.rosters, 'roulement', 'roulements')}, personnes d'astreinte.`
          : "Aucun roulement n'est en place aujourd'hui.",
      data: [
        "Tours, échanges, code de conduite accepté, publications, journal d'incident, téléphone d'astreinte.",
      ],
      recipients: [
        "Les membres de la communauté lisent qui tient la parole et ce qui a été dit ; l'incident, son titulaire, l'astreinte et les pilotes.",
      ],
      retention: [
        `Publications d'un tour : ${months(f.publicationMonths)} après lui. Calendrier et incidents : gardés avec le programme.`,
      ],
    },
    {
      key: 'editorial',
      title: '9. Calendrier, plan et comités',
      purpose: 'Préparer ce qui sera publié, se répartir le travail.',
      ground: LEGITIMATE,
      people: 'Les personnes qui animent, et celles à qui un créneau ou une action est confié.',
      data: [
        "Créneaux, textes en cours et leurs versions, remarques, responsables, actions, décisions, adresse d'agenda personnelle.",
      ],
      recipients: ['Les personnes qui animent la communauté, et celles à qui on a demandé de relire.'],
      retention: [
        `Créneaux publiés ou abandonnés, avec leurs textes : ${months(f.slotMonths)}. Actions et décisions : gardées.`,
      ],
    },
    {
      key: 'statistics',
      title: '10. Mesures',
      purpose: 'Savoir si une communauté vit, sans savoir qui.',
      ground: LEGITIMATE,
      people: 'Aucune : ce sont des nombres par jour et par communauté.',
      data: [
        'Arrivées, visites, publications, réactions, en nombres. Une visite est comptée sous une marque jetée avec son sel une fois le jour passé.',
      ],
      recipients: [
        `Les personnes qui animent, les sponsors. En dessous de ${f.threshold} personnes, rien n'est dit, soustraction comprise ; ce seuil ne peut descendre sous ${f.thresholdFloor}.`,
      ],
      retention: ['Marques : le jour. Nombres sans personne : gardés.'],
    },
    {
      key: 'security',
      title: '11. Journal et sécurité',
      purpose:
        "Sécurité : savoir quel acte d'administration a été fait, quand, et par qui. Aucun autre usage.",
      ground: `${LEGITIMATE} ; obligation de sécurité (RGPD, article 32).`,
      people: 'Les personnes qui administrent, animent ou modèrent.',
      data: [
        "Acte, date, auteur, objet. Ni texte libre sur une personne, ni activité d'un membre. Lettres restées dans la boîte d'envoi, si elle sert.",
      ],
      recipients: ["L'administration du réseau ; chaque lecture est elle-même notée."],
      retention: [
        `Journal : ${months(f.logMonths)}, puis effacé la nuit ; l'effacement est noté. Traces d'envoi des e-mails : ${days(f.mailTraceDays)} pour ceux du lundi et du mois.`,
      ],
      security: ['La base refuse toute modification du journal, et tout effacement avant six mois.'],
    },
    {
      key: 'rights',
      title: '12. Demandes des personnes',
      purpose: "Répondre aux droits d'accès et de portabilité.",
      ground: 'Obligation légale (RGPD, articles 15 et 20 ; 6.1.c).',
      people: 'La personne qui le demande.',
      data: ['Un fichier de tout ce qui la concerne, fait à sa demande.'],
      recipients: ['Elle seule.'],
      retention: [`${days(f.exportDays)}, ou avant si elle l'efface.`],
    },
  ]
}

const COMMON: Block[] = [
  {
    label: 'Responsable',
    lines: [
      "L'employeur qui exploite ce réseau : à compléter, avec le nom du délégué à la protection des données.",
    ],
  },
  {
    label: 'Mesures de sécurité communes',
    lines: [
      "Un compte par personne ; visibilité décidée par l'espace, dans la base, à chaque requête ; ce qu'on ne peut voir n'existe pas.",
      'Mots de passe hachés (argon2id), secrets scellés avec une clé hors de la base, cookie de session seul, aucun traceur, aucune ressource extérieure.',
      'Journal inaltérable, textes sans code exécutable, images ré-encodées.',
      "À compléter par l'hébergeur : HTTPS, chiffrement des disques, sauvegardes, lieu d'hébergement.",
    ],
  },
  {
    label: "Transferts hors de l'Union européenne",
    lines: ['Aucun par défaut. Relier un réseau social lui confie ce qui y est publié.'],
  },
]

function annex(f: Facts): Chapter {
  return {
    key: 'programmes',
    title: 'Annexe. Programmes ouverts, avec leurs réglages',
    blocks:
      f.programmes.length > 0
        ? f.programmes.map(({ name, community, lines }) => ({
            label: `« ${name} », communauté ${community}`,
            lines,
          }))
        : [{ lines: ['Aucun programme ouvert. Cette annexe se complète toute seule.'] }],
  }
}

const register = (f: Facts): Paper => ({
  title: 'Registre des traitements',
  lead: [
    "Rédigé à partir des réglages en vigueur et des durées de conservation vraiment appliquées (RGPD, article 30). Aucune activité d'une personne n'y figure.",
    'Les bases légales sont proposées : à valider par le délégué à la protection des données.',
  ],
  chapters: [
    { key: 'common', title: 'Pour tous les traitements', blocks: COMMON },
    ...processings(f).map(chapterOf),
    annex(f),
  ],
})

const worksCouncil = (f: Facts): Paper => ({
  title: 'Dossier pour le CSE',
  lead: [
    "À remettre avant l'ouverture, pour information et consultation (Code du travail, L2312-8 et L2312-38). Un essai avec de vraies personnes est déjà un déploiement (TJ Nanterre, 14 février 2025).",
    'Rédigé à partir des réglages en vigueur : si un réglage change, l’imprimer à nouveau et joindre la nouvelle version.',
  ],
  chapters: [
    {
      key: 'what',
      title: "Ce que c'est",
      blocks: [
        {
          lines: [
            `Élan est un réseau interne, hébergé par l'entreprise : ${many(f.communities, 'communauté', 'communautés')}, ${many(f.people, 'personne', 'personnes')}.`,
            "On y publie, on s'y répond, on y anime. Des volontaires peuvent tenir un rôle d'ambassadeur. Personne n'est obligé d'entrer, de publier, ni de relayer quoi que ce soit sur un compte personnel.",
          ],
        },
      ],
    },
    {
      key: 'measures',
      title: "Ce que l'outil mesure",
      blocks: [
        {
          label: 'Des groupes',
          lines: [
            `Arrivées, visites, publications, réactions, par jour et par communauté, sans nom. Un groupe de moins de ${f.threshold} personnes n'est pas dit, même par soustraction. L'administration ne peut descendre sous ${f.thresholdFloor}.`,
          ],
        },
        {
          label: 'Des ambassadeurs volontaires',
          lines: [
            "Ce qui a été convenu et ce qui a été fait, ligne à ligne, lu d'abord par la personne, puis par les référents nommés. Un état est calculé à la demande, avec son motif, et n'est pas gardé.",
          ],
        },
        { label: 'Des liens', lines: ['Les clics des liens partagés, par jour, sans rien qui dise de qui.'] },
      ],
    },
    {
      key: 'not',
      title: "Ce qu'il ne mesure pas",
      blocks: [
        {
          lines: [
            'Ni présence, ni temps de connexion, ni dernière visite, ni lecture, ni frappe, ni humeur. La première arrivée est la seule date de connexion gardée.',
            "Aucun classement de personnes, aucune note, aucune décision automatique, aucune intelligence artificielle qui juge quelqu'un.",
            "Aucune vue, aucun export, aucune adresse ne donne à un manager, aux RH ou à l'administration l'activité d'une personne.",
          ],
        },
      ],
    },
    {
      key: 'who',
      title: 'Qui voit quoi',
      blocks: [
        {
          label: 'La personne',
          lines: [
            "Tout ce qui la concerne, d'abord et en entier ; elle l'emporte en un fichier depuis son profil.",
          ],
        },
        { label: 'Ses collègues', lines: ["Son profil, ce qu'elle publie dans leurs espaces communs."] },
        {
          label: 'Animation et sponsors',
          lines: [
            `${many(f.animators, 'personne anime', 'personnes animent')} au niveau du réseau. Des nombres, à partir du seuil ; jamais l'activité d'une personne.`,
          ],
        },
        {
          label: "Référents d'un programme",
          lines: [
            'Le suivi des ambassadeurs de ce programme ; leurs noms sont affichés à chaque ambassadeur (liste en annexe).',
          ],
        },
        {
          label: 'Le manager',
          lines: ["L'engagement qu'on lui demande d'accepter, une fois. Jamais l'activité."],
        },
        {
          label: "L'administration du réseau",
          lines: [
            `${many(f.administrators, 'personne', 'personnes')}. Les comptes, les réglages, le journal de sécurité ; ni les espaces fermés, ni le suivi, ni les partages.`,
          ],
        },
      ],
    },
    {
      key: 'disconnect',
      title: 'Droit à la déconnexion',
      blocks: [
        {
          lines: [
            `Rien ne relance personne la nuit, le week-end ni un jour férié. Les rappels de parcours, de charte et de tour partent les jours ouvrés, de ${f.quiet.opens} h à ${f.quiet.closes} h.`,
            f.schoolZones.length > 0
              ? `Zones scolaires connues : ${list(f.schoolZones)}.`
              : "Aucune zone scolaire n'est réglée.",
            `Jours fermés de l'entreprise posés : ${f.closedDays}. Congés et pauses déclarés allègent ce qui est attendu.`,
          ],
        },
      ],
    },
    {
      key: 'retention',
      title: 'Durées de conservation',
      blocks: processings(f).map(({ title, retention }) => ({
        label: title.replace(/^\d+\. /, ''),
        lines: retention,
      })),
    },
    {
      key: 'objection',
      title: "Comment s'opposer",
      blocks: [
        {
          lines: [
            "Suivi d'ambassadeur : un geste, sur « Ce que j'ai fait », sans quitter le rôle ; les référents ne peuvent le défaire.",
            'Partages : réseau par réseau, retirés en un geste, avec tout ce qui en était gardé. Rôle : quitté en un geste, sans motif.',
            "Une ligne fausse : écartée du compte par sa personne. Pour le reste : l'administration du réseau, le délégué à la protection des données, la CNIL.",
          ],
        },
      ],
    },
    {
      key: 'settings',
      title: "Ce qui est réglé aujourd'hui",
      blocks: [
        {
          lines: [
            `Seuil des chiffres : ${f.threshold} personnes. Double vérification de l'administration : ${f.factorForAdministrators ? 'obligatoire' : 'non obligatoire'}. Journal : ${months(f.logMonths)}.`,
            f.networks.length > 0
              ? `Réseaux extérieurs reliés : ${list(f.networks)}.`
              : "Aucun réseau extérieur n'est relié.",
            f.mail ? "Des e-mails partent par le serveur de l'entreprise." : 'Aucun e-mail ne part.',
          ],
        },
      ],
    },
    annex(f),
    {
      key: 'answer',
      title: 'Avis du comité',
      blocks: [
        { lines: ['Date de remise, date de consultation, avis rendu, réserves et réponses : à compléter.'] },
      ],
    },
  ],
})

const impact = (f: Facts): Paper => ({
  title: "Analyse d'impact (AIPD), trame pré-remplie",
  lead: [
    'Un programme où des référents suivent des ambassadeurs par leur nom appelle probablement cette analyse : les salariés sont des personnes vulnérables au sens de la liste de la CNIL (délibération 2018-327).',
    "Ce que les réglages disent est rempli. Ce qui dépend de l'entreprise est à compléter, puis à valider par le délégué à la protection des données.",
  ],
  chapters: [
    {
      key: 'context',
      title: '1. Contexte',
      blocks: [
        {
          label: 'Traitement étudié',
          lines: [
            "Réseau interne et programmes d'ambassadeurs ; le suivi des ambassadeurs est la partie sensible.",
          ],
        },
        {
          label: 'Responsable, sous-traitants, normes',
          lines: ['À compléter : employeur, hébergeur, charte informatique, accord sur la déconnexion.'],
        },
        {
          label: 'Personnes',
          lines: [
            `${many(f.people, 'personne', 'personnes')}, ${many(f.programmes.length, 'programme ouvert', 'programmes ouverts')}, ${many(f.administrators, 'personne qui administre', 'personnes qui administrent')}.`,
          ],
        },
      ],
    },
    ...f.followUp.map(({ title, lines }, at) => ({
      key: `follow-up-${at}`,
      title: `2.${at + 1} Suivi : ${title.toLowerCase()}`,
      blocks: [{ lines }],
    })),
    {
      key: 'necessity',
      title: '3. Nécessité et proportion',
      blocks: [
        {
          label: 'Ce qui écarte la surveillance',
          lines: [
            "Volontariat, information préalable, personne d'abord, référents nommés, pas de manager, pas de présence ni de temps, pas de classement, état non conservé, opposition sans suite.",
          ],
        },
        {
          label: 'Minimisation',
          lines: [
            `Chiffres tus sous ${f.threshold} personnes. Marques de visites et de clics jetées chaque jour. Texte des e-mails effacé une fois parti.`,
          ],
        },
        { label: 'Durées', lines: processings(f).flatMap(({ retention }) => retention) },
        {
          label: 'Droits',
          lines: [
            `Accès et portabilité : un fichier depuis le profil, gardé ${days(f.exportDays)}. Rectification, opposition, retrait : un geste chacun.`,
          ],
        },
      ],
    },
    {
      key: 'risks',
      title: '4. Risques et mesures',
      blocks: [
        {
          label: 'Accès illégitime',
          lines: [
            `Mesures : visibilité par espace contrôlée dans la base ; sessions de ${days(f.sessionDays)} ; double vérification de l'administration ${f.factorForAdministrators ? 'obligatoire' : 'non obligatoire (à activer)'} (${f.administratorsWithFactor} sur ${f.administrators}) ; secrets scellés.`,
            'Gravité, vraisemblance, reste : à évaluer.',
          ],
        },
        {
          label: "Détournement vers l'évaluation",
          lines: [
            "Mesures : aucune vue ni export par personne pour un tiers ; le journal n'est pas filtrable par personne ; rappel de la finalité sur chaque écran.",
            'Gravité, vraisemblance, reste : à évaluer.',
          ],
        },
        {
          label: 'Modification non désirée',
          lines: [
            'Mesures : journal que la base refuse de modifier ; signatures avec empreinte ; lignes corrigées par leur personne.',
            'Gravité, vraisemblance, reste : à évaluer.',
          ],
        },
        {
          label: 'Disparition',
          lines: [
            "Mesures : transactions, reprise après arrêt. Sauvegardes : à compléter par l'hébergeur.",
            'Gravité, vraisemblance, reste : à évaluer.',
          ],
        },
        {
          label: 'Pression à participer',
          lines: [
            "Mesures : un refus n'est connu de personne ; quitter ne laisse pas de trace pour le manager ; rien ne relance hors des heures de travail.",
            'Gravité, vraisemblance, reste : à évaluer.',
          ],
        },
      ],
    },
    annex(f),
    {
      key: 'validation',
      title: '5. Validation',
      blocks: [
        {
          lines: [
            "Avis du délégué à la protection des données, avis des personnes concernées ou de leurs représentants, plan d'action, décision et date : à compléter.",
          ],
        },
      ],
    },
  ],
})

export const fr = { register, 'works-council': worksCouncil, impact }
