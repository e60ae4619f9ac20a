import type { WrittenStep } from './written.ts'

/** "Scouts": two hours a month, on the front of a change. */
export const scoutsEn: readonly WrittenStep[] = [
  {
    kind: 'call',
    title: 'The call',
    words:
      'Twenty minutes with whoever leads the programme. Nobody asks you to sell anything: say what brings you here, what you fear you cannot keep up, and what is stuck in your team today.',
    dueDays: 5,
    minutes: 20,
  },
  {
    kind: 'do',
    title: 'Your face and two lines',
    words:
      'A photo, and two lines about how you spend your days. It is how people will know you in the corridor, and know what to call you for.',
    dueDays: 5,
    minutes: 5,
    task: 'profile',
  },
  {
    kind: 'read',
    title: 'What we ask of you, and what we do not',
    words: 'Five minutes of reading, to know where the role stops.',
    dueDays: 7,
    minutes: 5,
    text: 'We ask for two gestures a month, no more: a post, an answer, a word to your team, a trial. Two hours in all, taken from your working time and known to your manager.\n\nWe ask you to tell the truth. If the tool gets in the way, say so: it helps, and nobody will hold it against you. A programme where everything goes well teaches nobody anything.\n\nWe do not ask you to convince your colleagues. You show what you do, they decide. Nor do we ask you to answer in the evening, at weekends or on leave.\n\nNobody ranks you. You see your own activity first; those who look after the programme see it next, to help you. Your manager knows your commitment, never what you publish.\n\nYou can pause, do less, hand over or stop. Saying so is enough; you owe nobody a reason.',
  },
  {
    kind: 'sign',
    title: 'The charter',
    words:
      'The rules we give ourselves, written as “I”. Take your time: you only sign what you have read, and your copy is yours.',
    dueDays: 7,
    minutes: 5,
  },
  {
    kind: 'meeting',
    title: 'Your buddy',
    words:
      'Somebody who stood where you stand a few months ago. A coffee, on site or on screen. Three questions to begin with: what surprised you, what would you do differently, whom should I talk to first?',
    dueDays: 14,
    minutes: 30,
    with: 'buddy',
  },
  {
    kind: 'do',
    title: 'Élan in your pocket',
    words:
      'On your phone Élan opens like an app, with no store and no e-mail. Add it to your home screen: you will answer between two tasks rather than in the evening.',
    dueDays: 14,
    minutes: 2,
    optional: true,
    task: 'install',
  },
  {
    kind: 'learn',
    title: 'The tool in hand',
    words: 'Three one-minute lessons, then four situations you will meet. As many tries as you like.',
    dueDays: 14,
    minutes: 10,
    lessons: [
      {
        title: 'A good post takes three sentences',
        text: 'The worry: what was costing you time, with a place or a moment.\n\nThe gesture: what you did, in the order you did it.\n\nThe gain: what it changes, in your own words. A figure if you have one, otherwise “I no longer think about it” will do.\n\nAnd to finish, a question. That is what people answer.',
      },
      {
        title: 'Answering, even without knowing',
        text: 'A question left alone for two days teaches people to stop asking.\n\nIf you know, answer in a sentence and offer to show. If you do not, say so and name the person who does: their name is enough to tell them.\n\nWhen the answer is a good one, whoever asked can mark it: it stays for those who come next.',
      },
      {
        title: 'Photos, customers, colleagues',
        text: 'Before you post a photo, look at what stands behind: an address, a screen, a number plate, a face.\n\nIf somebody can be recognised, ask them first. Of a customer, never the name nor the address.\n\nIf you come across an awkward photo, a private word settles nearly everything. Reporting remains if it does not.',
      },
    ],
    questions: [
      {
        ask: 'A colleague posts a photo of a site. The customer’s address can be read on it. What do you do?',
        options: [
          'I report it and wait',
          '* I write to them privately so that they change the photo',
          'I comment: “careful, we can see the address”',
        ],
        why: 'A private word settles nearly everything and embarrasses nobody. Reporting remains if it does not.',
      },
      {
        ask: 'Somebody asks you something you cannot answer. What can you do?',
        options: [
          '* Say that you do not know',
          '* Name the person who does',
          'Wait for somebody else to answer',
          'Give your best guess',
        ],
        why: 'Saying you do not know is an answer, and naming somebody is a better one. A rough guess costs more time than silence.',
      },
      {
        ask: 'The tool crashed twice this morning in front of your team. Do you mention it?',
        options: [
          'No, that would be bad publicity',
          '* Yes, saying when, and what you were doing',
          'Only face to face, with those concerned',
        ],
        why: 'What gets stuck is what the project team most needs to read. The moment and the gesture are enough for them to look.',
      },
      {
        ask: 'You have not a minute this month. What helps everybody?',
        options: [
          'Posting something short anyway, for the count',
          '* Saying so, and pausing with a date to come back',
          'Waiting for it to pass',
        ],
        why: 'A pause you announce keeps your seat and nobody waits for you. Posting for the count shows, and wears people out.',
      },
    ],
  },
  {
    kind: 'do',
    title: 'Say hello',
    words:
      'A first word in the community: who you are, where to find you, and one thing people can come to you for. Or begin by answering somebody.',
    dueDays: 14,
    minutes: 5,
    task: 'introduce',
  },
  {
    kind: 'first_contribution',
    title: 'Your first post, with four hands',
    words:
      'Choose a starter, write the way you speak. Your buddy reads it again if you like, and nothing leaves without you. Nobody approves it: the words are yours.',
    dueDays: 21,
    minutes: 25,
  },
  {
    kind: 'meeting',
    title: 'The founding gathering',
    words:
      'The whole circle around one table, on site or on screen. Things take hold after it: one dares to ask somebody whose voice one knows.',
    dueDays: 45,
    minutes: 120,
    with: 'founding',
  },
]

/** "Relays": a lighter role, an hour a month at most: pass on, and bring questions back. */
export const relaysEn: readonly WrittenStep[] = [
  {
    kind: 'read',
    title: 'The role, in two minutes',
    words: 'Pass the word on, bring the questions back. Nothing more.',
    dueDays: 5,
    minutes: 2,
    text: 'Once a month you receive a short message to tell your team, in your own words, when you have five minutes: at the morning stand-up, at the break, by the machine.\n\nYou listen to what they answer, and you bring back a question or a remark. That is every bit as useful as the message.\n\nYou may skip a month. Say so in one tap and somebody else will pass the word on.',
  },
  {
    kind: 'sign',
    title: 'The charter',
    words: 'The same rules for everybody. Two minutes of reading, and your copy is yours.',
    dueDays: 7,
    minutes: 3,
  },
  {
    kind: 'meeting',
    title: 'Somebody to ask',
    words:
      'A relay or a scout from your site. Ten minutes are enough: time to learn what a message well told to a team sounds like.',
    dueDays: 10,
    minutes: 10,
    with: 'buddy',
  },
  {
    kind: 'learn',
    title: 'Telling a message without reciting it',
    words: 'One lesson and two questions.',
    dueDays: 14,
    minutes: 4,
    lessons: [
      {
        title: 'A sentence, an example, a question',
        text: 'The sentence: what changes, for whom, from when.\n\nThe example: a moment of your team’s day where it will show.\n\nThe question: “what will get stuck here?” Then keep quiet for ten seconds. The good remark often comes at the eighth.',
      },
    ],
    questions: [
      {
        ask: 'They answer: “yet another thing from head office”. What do you do?',
        options: [
          'I stand up for the project, it is my role',
          '* I ask what bothers them, and bring it back',
          'I move on',
        ],
        why: 'Your role is to let things flow both ways. An objection brought back word for word is worth more than applause.',
      },
      {
        ask: 'The message of the month does not concern your team. What do you do?',
        options: ['I tell it anyway', '* I skip it, and say why', 'I wait for the next one and say nothing'],
        why: 'Saying why a message is of no use helps write the next one better.',
      },
    ],
  },
  {
    kind: 'do',
    title: 'Say hello',
    words: 'A word in the community: your team, your site, and what is done best there.',
    dueDays: 14,
    minutes: 3,
    task: 'introduce',
  },
]
