import type { Block, Chapter, Facts, Paper } from './shape.ts'

const months = (count: number) => `${count} months`
const days = (count: number) => (count === 1 ? `${count} day` : `${count} days`)
const years = (count: number) => (count === 1 ? `${count} year` : `${count} years`)
const many = (count: number, one: string, other: string) => `${count} ${count === 1 ? one : other}`
const list = (items: string[]) => new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(items)
const range = ({ least, most }: { least: number; most: number }) =>
  least === most ? months(least) : `${least} to ${months(most)}, depending on the programme`

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

const LEGITIMATE = 'Legitimate interest of the employer (GDPR, article 6.1.f)'

const chapterOf = (one: Processing): Chapter => ({
  key: one.key,
  title: one.title,
  blocks: [
    { label: 'Purpose', lines: [one.purpose] },
    { label: 'Legal basis proposed', lines: [one.ground] },
    { label: 'People concerned', lines: [one.people] },
    { label: 'Data', lines: one.data },
    { label: 'Recipients', lines: one.recipients },
    { label: 'Retention', lines: one.retention },
    ...(one.security ? [{ label: 'Measures of its own', lines: one.security }] : []),
  ],
})

function processings(f: Facts): Processing[] {
  return [
    {
      key: 'accounts',
      title: '1. Accounts and directory',
      purpose: 'To let invited people come in, recognise and reach each other.',
      ground: `${LEGITIMATE}: to have a tool for internal communication.`,
      people: `${many(f.people, 'person registered or expected', 'people registered or expected')}, ${f.outsiders} of them from outside organisations.`,
      data: [
        'First name, surname, staff number or e-mail, organisation, job, department, site, level, manager, dates of joining and leaving, as the HR import or the administration gives them.',
        'Optional, by the person: photo, telephone, a few words, interests, wording of the role, language.',
        'Proofs of entry: hash of the password, passkeys, second factor, devices signed in. The first arrival is the only sign-in date kept.',
      ],
      recipients: [
        'Each member reads the profile of the people they may know; somebody from an outside organisation, of those in their spaces only.',
        `${many(f.administrators, 'person who administers the network reads', 'people who administer the network read')} accounts.`,
      ],
      retention: [
        'Account: as long as the person is in the directory; closed when they leave, sessions ended at once.',
        `HR files and what they said: ${days(f.importDays)}. Unfinished uploads: ${days(f.uploadDays)}.`,
        `Session of a device: ${days(f.sessionDays)} at most. Link to a new password: ${f.resetHours} hours at most.`,
      ],
      security: [
        `Passwords of at least ${f.passwords.member} characters (${f.passwords.administrator} for administrators), judged on how guessable they are, slowed down after wrong tries.`,
        `Second factor of administrators: ${f.factorForAdministrators ? 'required' : 'offered, not required'}; ${f.administratorsWithFactor} of ${f.administrators} have one.`,
      ],
    },
    {
      key: 'posts',
      title: '2. Posts, comments and reactions',
      purpose: 'To exchange between colleagues: news, questions, good practices, ideas, thanks, polls.',
      ground: `${LEGITIMATE}; nobody has to publish.`,
      people: `The members of ${many(f.communities, 'community', 'communities')} and their groups.`,
      data: [
        'Texts, files (photos are encoded anew, without place or device), reactions, votes in polls (no choice by person when the poll is anonymous), posts kept, drafts, notifications.',
        'Reports: reason, words, decision.',
      ],
      recipients: [
        'The readers of the space it is published in, nobody else: administering the network does not open closed spaces.',
        'A report: the moderation of the space, which does not read who reported.',
      ],
      retention: [
        'Posts and comments: kept, or withdrawn by their author. When somebody leaves, the account closes and the words stay.',
        `Pictures of forgotten drafts: ${days(f.draftPictureDays)}. Traces of a welcome: ${days(f.welcomeDays)}.`,
      ],
    },
    {
      key: 'invitations',
      title: '3. Invitations and entry',
      purpose:
        'To invite the people aimed at, by e-mail, letter, code or poster, and to measure the share of those who came.',
      ground: LEGITIMATE,
      people: 'The people invited to a community.',
      data: [
        'Invitation, means, state (sent, came back, accepted, withdrawn), reminders, sealed code; e-mail sent, without its text once it has been sent.',
      ],
      recipients: [
        'Those who run the community.',
        f.mail ? "The company's mail server." : 'No e-mail goes out: no mail server is set.',
      ],
      retention: [
        `Personal code: good for ${months(f.invitationMonths)}. Invitation: as long as the account exists, so as not to invite twice.`,
        'Wrong tries of a code: counted under a mark without a name, one day.',
      ],
    },
    {
      key: 'journeys',
      title: '4. Programmes, taking up the role, and charters',
      purpose:
        "To gather volunteer ambassadors, take their agreement and their manager's, train them, prove what was agreed.",
      ground: `${LEGITIMATE}; taking part is free, and can be ended in one step. Mission letter: performance of what is agreed (6.1.b).`,
      people:
        f.programmes.length > 0
          ? `Candidates and ambassadors of: ${list(f.programmes.map(({ name }) => name))}.`
          : 'Candidates and ambassadors; no programme is open today.',
      data: [
        "Candidacy, words, tastes, dated states with their reason, leave and pauses declared, manager's agreement, mission letter, gatherings, steps of the journey, notes of calls, draft of a first post.",
        'Signature of a charter: name, version, fingerprint of the text, second.',
      ],
      recipients: [
        'The person first; leads and the keepers they name. Notes of a call: its two people. Agreement: the manager, their own answer.',
        'Neither other ambassadors, nor administrators, nor HR.',
      ],
      retention: [
        `Refusal, or a name without an answer: ${months(f.candidateMonths)}. File of somebody who has served: ${months(f.alumniMonths)} after the last step, unless they wish to stay on the wall.`,
        `Manager's link: ${days(f.agreementDays)}. Signature of a charter: worth ${days(f.signatureDays)}, then kept ${years(f.proofYears)} as proof.`,
      ],
    },
    {
      key: 'follow-up',
      title: '5. Follow-up of ambassadors',
      purpose:
        'To follow what was agreed with each volunteer ambassador, so as to help, lighten or close with thanks. Never for appraisal, pay or discipline.',
      ground: `${LEGITIMATE}; anybody may object in one step, without leaving the role.`,
      people: 'The ambassadors of open programmes, all volunteers.',
      data: f.followUp.find(({ title }) => title === 'Data')?.lines ?? [],
      recipients: ['The person first and in full; the leads and named keepers (annex). Nobody else.'],
      retention: [
        `Contributions: ${range(f.ledger)}. Conversations: ${range(f.proposals)} after the end of the role. A state is not kept.`,
      ],
      security: ['No automatic decision: a person rereads, sends and concludes, in working hours.'],
    },
    {
      key: 'tests',
      title: '6. Missions, tests and ideas',
      purpose:
        'To entrust a mission with a date, try a product step by step, gather and choose between ideas.',
      ground: `${LEGITIMATE}; each mission is taken and given back freely.`,
      people: 'Ambassadors who take a mission; authors of ideas; named teams.',
      data: [
        'Places taken, what is brought back, answers and screenshots of a test, relays (number of people), ideas, votes of an open round.',
      ],
      recipients: [
        'A test: its author, then the named team once it is handed in; the first name if the tester agrees, never for their own manager.',
        `A vote: its author alone. Totals stay silent under ${f.threshold} people.`,
      ],
      retention: [
        `What one person did of a mission: ${months(f.missionMonths)}. Votes: deleted when the round closes. Ideas and decisions: kept.`,
      ],
    },
    {
      key: 'sharing',
      title: '7. Sharing and outside accounts',
      purpose:
        "To offer volunteers something to share on their own networks, and to publish in the company's name.",
      ground:
        "Consent of the person, network by network, taken back in one step (6.1.a); legitimate interest for the company's accounts.",
      people: "Those who chose it; those who publish in the company's name.",
      data: [
        'Networks chosen, shares, texts offered. Clicks: by day and link, with nothing that says whose.',
        `Accounts connected: ${f.companyAccounts} of the company, ${f.personalAccounts} personal${f.networks.length > 0 ? ` (${list(f.networks)})` : ''}; their tokens are sealed.`,
        'Publications outside: text, picture, address, figures that the network gives.',
      ],
      recipients: [
        'Who shared: that person alone. Everybody else reads counters of days, from the threshold on.',
        f.networks.length > 0
          ? `The networks connected receive what is published there: ${list(f.networks)}.`
          : 'No network is connected: nothing goes out.',
      ],
      retention: [
        `Shares and choices: ${months(f.sharingMonths)}, or at once when taken back. Marks of clicks: the day, erased within the hour after.`,
        `Publications in the company's name, here: ${months(f.publicationMonths)}; those of a person on their own account: ${months(f.ownPublicationMonths)}; at the network, until they are removed there. A connection under way: ${f.connectionMinutes} minutes.`,
      ],
    },
    {
      key: 'turns',
      title: '8. Turns to speak',
      purpose: "To share the company's voice fairly between ambassadors, and act fast in an incident.",
      ground: `${LEGITIMATE}; a turn is proposed, then confirmed by its holder.`,
      people:
        f.rosters > 0
          ? `Ambassadors of ${many(f.rosters, 'roster', 'rosters')}, people on duty.`
          : 'No roster is set up today.',
      data: ['Turns, swaps, code of conduct accepted, publications, log of incidents, telephone on duty.'],
      recipients: [
        'Members of the community read who holds the voice and what was said; an incident, its holder, the person on duty and the leads.',
      ],
      retention: [
        `Publications of a turn: ${months(f.publicationMonths)} after it. Roster and incidents: kept with the programme.`,
      ],
    },
    {
      key: 'editorial',
      title: '9. Calendar, plan and committees',
      purpose: 'To prepare what will be published, and share out the work.',
      ground: LEGITIMATE,
      people: 'Those who run the community, and those given a slot or an action.',
      data: [
        'Slots, texts under way and their versions, remarks, people in charge, actions, decisions, personal calendar address.',
      ],
      recipients: ['Those who run the community, and those asked to reread.'],
      retention: [
        `Slots published or dropped, with their texts: ${months(f.slotMonths)}. Actions and decisions: kept.`,
      ],
    },
    {
      key: 'statistics',
      title: '10. Figures',
      purpose: 'To know whether a community lives, without knowing who.',
      ground: LEGITIMATE,
      people: 'Nobody: these are numbers by day and community.',
      data: [
        'Arrivals, visits, posts, reactions, as numbers. A visit is counted under a mark that is thrown away with its salt once the day is over.',
      ],
      recipients: [
        `Those who run the community, sponsors. Under ${f.threshold} people nothing is said, also by subtraction; that threshold cannot go under ${f.thresholdFloor}.`,
      ],
      retention: ['Marks: the day. Numbers without a person: kept.'],
    },
    {
      key: 'security',
      title: '11. Log and security',
      purpose: 'Security: to know which act of administration was done, when, and by whom. No other use.',
      ground: `${LEGITIMATE}; duty of security (GDPR, article 32).`,
      people: 'Administrators, those who run a community, moderators.',
      data: [
        'Act, date, author, object. No free text about a person, no activity of a member. Letters that stayed in the outbox, if it is used.',
      ],
      recipients: ['The administration of the network; each reading is itself logged.'],
      retention: [
        `Log: ${months(f.logMonths)}, then erased at night; the erasure is logged. Traces of e-mails sent: ${days(f.mailTraceDays)} for those of Monday and of the month.`,
      ],
      security: ['The database refuses any change of the log, and any erasure before six months.'],
    },
    {
      key: 'rights',
      title: '12. Requests of people',
      purpose: 'To answer the rights of access and portability.',
      ground: 'Legal obligation (GDPR, articles 15 and 20; 6.1.c).',
      people: 'Whoever asks.',
      data: ['A file of everything about them, made at their request.'],
      recipients: ['That person alone.'],
      retention: [`${days(f.exportDays)}, or sooner if they delete it.`],
    },
  ]
}

const COMMON: Block[] = [
  {
    label: 'Controller',
    lines: [
      'The employer that runs this network: to be completed, with the name of the data protection officer.',
    ],
  },
  {
    label: 'Security measures for all',
    lines: [
      'One account per person; visibility decided by the space, in the database, at each request; what may not be seen does not exist.',
      'Passwords hashed (argon2id), secrets sealed with a key outside the database, a session cookie only, no tracker, no outside resource.',
      'Log that cannot be changed, texts without code that runs, pictures encoded anew.',
      'To be completed by whoever hosts: HTTPS, encryption of disks, backups, place of hosting.',
    ],
  },
  {
    label: 'Transfers outside the European Union',
    lines: ['None by default. Connecting a social network entrusts it with what is published there.'],
  },
]

function annex(f: Facts): Chapter {
  return {
    key: 'programmes',
    title: 'Annex. Open programmes, with their settings',
    blocks:
      f.programmes.length > 0
        ? f.programmes.map(({ name, community, lines }) => ({
            label: `“${name}”, community ${community}`,
            lines,
          }))
        : [{ lines: ['No open programme. This annex completes itself.'] }],
  }
}

const register = (f: Facts): Paper => ({
  title: 'Processing register',
  lead: [
    "Drawn from the settings in force and the retention periods really applied (GDPR, article 30). Nobody's activity is in it.",
    'Legal bases are proposals: the data protection officer confirms them.',
  ],
  chapters: [
    { key: 'common', title: 'For all processing', blocks: COMMON },
    ...processings(f).map(chapterOf),
    annex(f),
  ],
})

const worksCouncil = (f: Facts): Paper => ({
  title: 'File for the works council',
  lead: [
    'To be handed over before opening, for information and consultation (French labour code, L2312-8 and L2312-38). A trial with real people is a deployment already (TJ Nanterre, 14 February 2025).',
    'Drawn from the settings in force: when a setting changes, print it anew and add the new version.',
  ],
  chapters: [
    {
      key: 'what',
      title: 'What it is',
      blocks: [
        {
          lines: [
            `Élan is an internal network hosted by the company: ${many(f.communities, 'community', 'communities')}, ${many(f.people, 'person', 'people')}.`,
            'People publish, answer, run communities. Volunteers may serve as ambassadors. Nobody has to come in, publish, or relay anything on a personal account.',
          ],
        },
      ],
    },
    {
      key: 'measures',
      title: 'What the tool measures',
      blocks: [
        {
          label: 'Groups',
          lines: [
            `Arrivals, visits, posts, reactions, by day and community, without a name. A group under ${f.threshold} people is not told, not even by subtraction. Administrators cannot go under ${f.thresholdFloor}.`,
          ],
        },
        {
          label: 'Volunteer ambassadors',
          lines: [
            'What was agreed and what was done, line by line, read by the person first, then by named keepers. A state is worked out on request, with its reason, and is not kept.',
          ],
        },
        { label: 'Links', lines: ['Clicks on shared links, by day, with nothing that says whose.'] },
      ],
    },
    {
      key: 'not',
      title: 'What it does not measure',
      blocks: [
        {
          lines: [
            'No presence, no time online, no last visit, no reading, no typing, no mood. The first arrival is the only sign-in date kept.',
            'No ranking of people, no score, no automatic decision, no artificial intelligence that judges anybody.',
            'No view, export or address gives a manager, HR or an administrator the activity of a person.',
          ],
        },
      ],
    },
    {
      key: 'who',
      title: 'Who sees what',
      blocks: [
        {
          label: 'The person',
          lines: [
            'All that concerns them, first and in full; they take it away as one file from their profile.',
          ],
        },
        { label: 'Colleagues', lines: ['Their profile, and what they publish in the spaces they share.'] },
        {
          label: 'Animators and sponsors',
          lines: [
            `${many(f.animators, 'person runs communities', 'people run communities')} for the network. Numbers, from the threshold on; never the activity of a person.`,
          ],
        },
        {
          label: 'Keepers of a programme',
          lines: [
            'The follow-up of the ambassadors of that programme; their names are shown to each ambassador (list in the annex).',
          ],
        },
        {
          label: 'The manager',
          lines: ['The commitment they are asked to agree to, once. Never the activity.'],
        },
        {
          label: 'Administrators of the network',
          lines: [
            `${many(f.administrators, 'person', 'people')}. Accounts, settings, the security log; neither closed spaces, nor the follow-up, nor shares.`,
          ],
        },
      ],
    },
    {
      key: 'disconnect',
      title: 'Right to disconnect',
      blocks: [
        {
          lines: [
            `Nothing reminds anybody at night, at weekends or on public holidays. Reminders of journeys, charters and turns are sent on working days, from ${f.quiet.opens}:00 to ${f.quiet.closes}:00.`,
            f.schoolZones.length > 0
              ? `School zones known: ${list(f.schoolZones)}.`
              : 'No school zone is set.',
            `Closed days of the company set: ${f.closedDays}. Leave and pauses declared lower what is expected.`,
          ],
        },
      ],
    },
    {
      key: 'retention',
      title: 'How long things are kept',
      blocks: processings(f).map(({ title, retention }) => ({
        label: title.replace(/^\d+\. /, ''),
        lines: retention,
      })),
    },
    {
      key: 'objection',
      title: 'How to object',
      blocks: [
        {
          lines: [
            'Follow-up of an ambassador: one step, on “What I’ve done”, without leaving the role; keepers cannot undo it.',
            'Shares: network by network, taken back in one step, with all that was kept of them. Role: left in one step, without a reason.',
            'A wrong line: left out of the count by its person. For the rest: the administration of the network, the data protection officer, the CNIL.',
          ],
        },
      ],
    },
    {
      key: 'settings',
      title: 'What is set today',
      blocks: [
        {
          lines: [
            `Threshold of figures: ${f.threshold} people. Second factor of administrators: ${f.factorForAdministrators ? 'required' : 'not required'}. Log: ${months(f.logMonths)}.`,
            f.networks.length > 0
              ? `Outside networks connected: ${list(f.networks)}.`
              : 'No outside network is connected.',
            f.mail ? "E-mails go out by the company's server." : 'No e-mail leaves.',
          ],
        },
      ],
    },
    annex(f),
    {
      key: 'answer',
      title: 'Opinion of the council',
      blocks: [
        {
          lines: [
            'Date handed over, date of consultation, opinion given, reservations and answers: to be completed.',
          ],
        },
      ],
    },
  ],
})

const impact = (f: Facts): Paper => ({
  title: 'Impact assessment (DPIA), pre-filled template',
  lead: [
    'A programme where keepers follow ambassadors by name probably calls for this assessment: employees are vulnerable persons in the sense of the CNIL’s list (resolution 2018-327).',
    'What the settings say is filled in. What depends on the company is to be completed, then confirmed by the data protection officer.',
  ],
  chapters: [
    {
      key: 'context',
      title: '1. Context',
      blocks: [
        {
          label: 'Processing assessed',
          lines: [
            'Internal network and ambassador programmes; the follow-up of ambassadors is the sensitive part.',
          ],
        },
        {
          label: 'Controller, processors, standards',
          lines: ['To be completed: employer, host, IT charter, agreement on disconnection.'],
        },
        {
          label: 'People',
          lines: [
            `${many(f.people, 'person', 'people')}, ${many(f.programmes.length, 'open programme', 'open programmes')}, ${many(f.administrators, 'administrator', 'administrators')}.`,
          ],
        },
      ],
    },
    ...f.followUp.map(({ title, lines }, at) => ({
      key: `follow-up-${at}`,
      title: `2.${at + 1} Follow-up: ${title.toLowerCase()}`,
      blocks: [{ lines }],
    })),
    {
      key: 'necessity',
      title: '3. Necessity and proportion',
      blocks: [
        {
          label: 'What rules out watching',
          lines: [
            'Volunteering, information beforehand, the person first, named keepers, no manager, no presence nor time, no ranking, a state that is not kept, objection without consequence.',
          ],
        },
        {
          label: 'Minimisation',
          lines: [
            `Figures silent under ${f.threshold} people. Marks of visits and clicks thrown away each day. Text of e-mails erased once they are sent.`,
          ],
        },
        { label: 'Periods', lines: processings(f).flatMap(({ retention }) => retention) },
        {
          label: 'Rights',
          lines: [
            `Access and portability: one file from the profile, kept ${days(f.exportDays)}. Rectification, objection, withdrawal: one step each.`,
          ],
        },
      ],
    },
    {
      key: 'risks',
      title: '4. Risks and measures',
      blocks: [
        {
          label: 'Illegitimate access',
          lines: [
            `Measures: visibility by space checked in the database; sessions of ${days(f.sessionDays)}; second factor of administrators ${f.factorForAdministrators ? 'required' : 'not required (to be turned on)'} (${f.administratorsWithFactor} of ${f.administrators}); sealed secrets.`,
            'Severity, likelihood, remainder: to be assessed.',
          ],
        },
        {
          label: 'Turned into appraisal',
          lines: [
            'Measures: no view nor export by person for anybody else; the log cannot be filtered by person; the purpose is said on each screen.',
            'Severity, likelihood, remainder: to be assessed.',
          ],
        },
        {
          label: 'Unwanted change',
          lines: [
            'Measures: a log that the database refuses to change; signatures with a fingerprint; lines corrected by their person.',
            'Severity, likelihood, remainder: to be assessed.',
          ],
        },
        {
          label: 'Loss',
          lines: [
            'Measures: transactions, recovery after a stop. Backups: to be completed by whoever hosts.',
            'Severity, likelihood, remainder: to be assessed.',
          ],
        },
        {
          label: 'Pressure to take part',
          lines: [
            'Measures: a refusal is known to nobody; leaving leaves no trace for the manager; nothing reminds outside working hours.',
            'Severity, likelihood, remainder: to be assessed.',
          ],
        },
      ],
    },
    annex(f),
    {
      key: 'validation',
      title: '5. Confirmation',
      blocks: [
        {
          lines: [
            'Opinion of the data protection officer, of the people concerned or their representatives, plan of action, decision and date: to be completed.',
          ],
        },
      ],
    },
  ],
})

export const en = { register, 'works-council': worksCouncil, impact }
