import { idea, keyed, kudos, message, ok, poll, practice, question, r } from '../post.ts'
import { chantier, escalier, facade, vernis } from '../scenes.ts'

/** The English-speaking team abroad and the partners who read English. */
export const exporting = keyed('export', [
  message(
    'hannah',
    'export',
    'Signed this morning: forty-two windows for a school in Leith. The head teacher asked whether they would survive a football. I said yes, then went outside to make a phone call.',
    [
      r('mathilde', 'Laminated outside, toughened inside. Tell her to aim for the wall anyway.'),
      r('callum', 'I played centre back. I volunteer for the acceptance test.'),
      r('romain', 'We’ll glaze them on the late shift and write the score on the crate.'),
    ],
  ),
  question(
    'priya',
    'export',
    'Does anyone have care instructions in English for the water-based finish?',
    'A customer in Bristol cleaned hers with vinegar and would like to be told she did well.',
    [
      ok(
        'josephine',
        'Warm water, a drop of soap, soft cloth. No vinegar, please tell her kindly. I wrote the page last year, I’ll send it over.',
      ),
      r('owen', 'Vinegar is for chips. I’ve been saying this on site for a decade.'),
      r('priya', 'She took it well and offered the vinegar to her neighbour.'),
    ],
  ),
  practice(
    'owen',
    'export',
    'Film the sill before you close the wall',
    [
      'Three weeks after handover nobody remembers whether the membrane was folded or cut.',
      'Thirty seconds of video per opening, before the plasterboard, with the window number in shot.',
      'Two disputes settled in an afternoon instead of a month.',
    ],
    [
      r('aoife', 'Trying it in Galway this week. The rain does the commentary.'),
      r('yann', 'I do the same with photos, thirty seconds of video sounds easier with wet hands.'),
      r('greta', 'My architects now ask for it in the specification. Careful what you wish for.'),
    ],
  ),
  message(
    'callum',
    'export',
    'The staircase reached Inverness in one piece, on a ferry, in a gale. The crew lashed it to the deck and named it Barbara. It arrived with a small certificate of passage.',
    [
      r('monique', 'The straps were mine, so I’ll take half of the certificate.'),
      r('bruno', 'Barbara is a fine name for a half-turn with winders.'),
      r('priya', 'The client wants to keep the name. It’s on the invoice now.'),
    ],
    { image: escalier('An oak staircase with a green balustrade') },
  ),
  question(
    'aoife',
    'export',
    'How long can crates wait outside before the timber minds?',
    'The site in Cork moved the crane to Thursday and the forecast is mostly adjectives.',
    [
      ok(
        'gilles',
        'Four days if they stay wrapped and off the ground, ends under cover. Open nothing until the day you fit it.',
      ),
      r('etienne', 'Put the crates across the wind, not along it. Wood drinks from the ends.'),
      r('aoife', 'Crane came, timber fine, crew soaked. Standard week.'),
    ],
  ),
  kudos(
    'hannah',
    'priya',
    'export',
    'She stayed on the phone with a customer for fifty minutes while he adjusted a hinge he had taken apart himself. He has now sent us a photo of the hinge, framed.',
    [
      r('priya', 'We lost one washer together. We don’t speak of it.'),
      r('laurie', 'Fifty minutes is my personal record too. Welcome to the club.'),
    ],
  ),
  message(
    'greta',
    'export',
    'A developer in Malmö asked for our timber data on a Friday at five. Odile answered at half past six with the felling year. They’ve stopped asking the other two suppliers.',
    [
      r('odile', 'I was still in the yard, it took one walk.'),
      r('karim', 'The order came through on Monday: two hundred and ten units, same forest.'),
      r('regine', 'That stand was my grandfather’s favourite. He’d have charged more.'),
    ],
  ),
  poll(
    'hannah',
    'export',
    'When should we hold the monthly call with the French sites?',
    [
      ['Before ten, with coffee', 35],
      ['At noon their time', 49],
      ['Late, so nights can join', 16],
    ],
    [
      r('ousmane', 'Late please, once in a while. We have excellent questions at nine in the evening.'),
      r('callum', 'Noon works, I’ll eat quietly and mute with discipline.'),
    ],
  ),
  idea(
    'aoife',
    'export',
    'A small card in the crate, signed by who made it',
    'Site teams open the box and see no faces. A card with three first names and a photo would cost a few cents and it would travel well.',
    [
      r('agathe', 'I have cards left from the last batch. Which crates first?'),
      r('gaelle', 'Assembly would sign with pleasure, Luc insists on drawing.'),
      r('aoife', 'First one is on a noticeboard in Cork. Luc’s drawing is a penguin, we think.'),
    ],
  ),
  message(
    'owen',
    'export',
    'Trained eleven fitters in Cardiff today, mostly outdoors, half of it under an umbrella held by an apprentice. They can all set the bottom rail now, and one of them will be better than me by spring.',
    [
      r('frederic', 'Send him here for a week, I’ve got a tuff-stone house that needs patience.'),
      r('hannah', 'He has already asked about trains.'),
    ],
    { image: chantier('A house with new blue windows and a van outside') },
  ),
  question(
    'callum',
    'export',
    'Which U-value do I quote for the arched top light?',
    'The table stops at rectangles and the planner has a ruler.',
    [
      ok(
        'mathilde',
        '1.24, from the full test, not the rectangle times a guess. The report is in English, page six.',
      ),
      r('greta', 'I use the same page. It survives contact with planners.'),
      r('callum', 'Quoted, accepted, and he put the ruler away.'),
    ],
  ),
  message(
    'priya',
    'export',
    'A caller today needed no help. She wanted to know if the person who had varnished her door liked the sea, because the grain looked like it. I asked Joséphine. She does.',
    [
      r('josephine', 'From a distance, with a coat on. But yes.'),
      r('emilie', 'That grain was board nineteen. I remember turning it over twice.'),
      r('callum', 'I’m going to read the grain of my desk all afternoon now.'),
    ],
    { image: vernis('Stained timber samples from pale to dark') },
  ),
  practice(
    'hannah',
    'export',
    'One question per email',
    [
      'A message with four questions came back with two answers, usually the wrong two.',
      'One question, one email, the deadline in the first line, and the picture attached.',
      'Answers in a day instead of four, and nobody is apologising any more.',
    ],
    [
      r('karim', 'I copied it. My suppliers answered faster than my colleagues.'),
      r('nora', 'My colleague still replies to the third question. I’ve learned to ask it first.'),
    ],
  ),
  kudos(
    'callum',
    'sofia',
    'export',
    'We changed our minds at six in the evening and she changed the program before midnight. The frames left on Tuesday as if nothing had happened.',
    [
      r('sofia', 'Something did happen. I had cold soup.'),
      r('hannah', 'We owe you a hot one. In Leith, in May, with a view.'),
    ],
  ),
  message(
    'greta',
    'export',
    'Minus eleven in Umeå and the test house held twenty-one degrees with the power off for nine hours. The owner wants to name her dog after the sealing profile.',
    [
      r('mathilde', 'The profile is called PX-7. It would suit a serious dog.'),
      r('thi', 'I fitted that seal. I’d like a photo of the dog.'),
      r('greta', 'Photo sent. He looks airtight.'),
    ],
    { months: [11, 12, 1, 2, 3] },
  ),
  question(
    'owen',
    'export',
    'What do you use to lift a heavy sash alone when the second fitter is late?',
    'I am not asking for a friend.',
    [
      ok(
        'moussa',
        'You don’t. You wait, or you call the neighbour, or you do the trims. I have a bad shoulder that agrees.',
      ),
      r('cyril', 'Please wait. There is a tool, it’s called the second fitter.'),
      r('owen', 'I waited. He brought doughnuts. Everyone is safe and slightly sticky.'),
    ],
  ),
  message(
    'hannah',
    'export',
    'Trade fair done: three days, one stand, four hundred handshakes. The most photographed object was a hinge. The second was Callum’s lunch.',
    [
      r('callum', 'In my defence it was a beautiful pie.'),
      r('agathe', 'Could I have the hinge picture for the journal? And the other one, for me.'),
    ],
    { months: [3, 4, 9, 10] },
  ),
  idea(
    'priya',
    'export',
    'A glossary of window words, with drawings, in both languages',
    'I say casement, you say battant, the customer says “the bit that moves”. We need one page and about twelve drawings.',
    [
      r('clara', 'I’ll draw the twelve. Thirteen if you count the bit that moves.'),
      r('nora', 'I have half of it in French already, from the estimates.'),
      r('priya', 'Version one is up. “Espagnolette” has caused a discussion that may never end.'),
    ],
  ),
  message(
    'aoife',
    'export',
    'The heritage officer in Limerick ran her thumb along the glazing bar and said nothing for a while. Then: “who did this by hand?” I gave her a name. It felt good to have one.',
    [
      r('stephane', 'That was the old cutter with the nick at 312. She has a good thumb.'),
      r('ludovic', 'Finished by hand, sanded by hand, complained about by mouth.'),
      r('hannah', 'This is why the signed cards matter.'),
    ],
    { image: facade('People leaning out of the windows of a tall building') },
  ),
  poll(
    'callum',
    'export',
    'Which sample goes in the new display case?',
    [
      ['The honest oak', 52],
      ['The smoked walnut', 33],
      ['The one shaped like a potato', 15],
    ],
    [
      r('nora', 'The potato was mine. I’m flattered and a little hurt.'),
      r('priya', 'Customers ask for the oak, then touch the walnut for ten minutes.'),
    ],
  ),
  question(
    'greta',
    'export',
    'Can we certify the forest parcel on the delivery note?',
    'A client in Oslo wants the parcel number next to the window number. He is very nice about it.',
    [
      ok(
        'regine',
        'We have it for every lot since 2015. Send me the delivery number and you’ll have a map, with the name of the wood.',
      ),
      r('odile', 'The wood is called Combe aux Loups. It sells itself.'),
      r('greta', 'He has framed the map. I’m told it hangs in the sauna.'),
    ],
  ),
  message(
    'callum',
    'export',
    'Learned today, from Castres: if the client can’t choose between two handrails, give them both for a night and ask which one they reached for in the dark.',
    [
      r('celine', 'It works on architects too, though they need two nights.'),
      r('hannah', 'We’ve tried it on the Leith school. The caretaker chose, and he was right.'),
    ],
  ),
  practice(
    'aoife',
    'export',
    'Call the crane driver the evening before',
    [
      'Twice this spring the crane came with the wrong sling and forty people watched it leave.',
      'A five-minute call the night before: weight, length, hook height, and where the mud is.',
      'Six lifts since, no wasted morning, and one driver who now sends me pictures of sunsets.',
    ],
    [
      r('dominique', 'The heaviest crate is written on the note now, in red, in kilos.'),
      r('owen', 'I call about the mud first. Everything else follows from the mud.'),
    ],
  ),
  message(
    'priya',
    'export',
    'We closed the last open complaint from the spring. The customer sent a thank-you card, a jar of marmalade and a list of three new things. I respect that.',
    [
      r('soizic', 'The list of three is how you know they trust you.'),
      r('hannah', 'The marmalade has been distributed according to seniority, which I invented.'),
    ],
  ),
  question(
    'hannah',
    'export',
    'Who can show two visitors around the finishing shop next week?',
    'They speak English and a little Norwegian, they’re kind, and they’ll ask about solvents.',
    [
      ok('emilie', 'Thursday at ten, I’ll take them. My English is technical but my hands are fluent.'),
      r('josephine', 'I’ll cover the booth. Bring them hungry, Gilles is cooking outside.'),
      r('hannah', 'They talked about the lunch all the way to the airport, and about the finish too.'),
    ],
  ),
  message(
    'owen',
    'export',
    'Small victory: the site in Swansea has been using the two-minute talk before climbing. The foreman told me it was his idea. I told him it was a very good idea.',
    [
      r('yann', 'It’s his now. That’s how it spreads.'),
      r('cyril', 'I’m smiling in an office in Nantes, for the record.'),
    ],
  ),
  kudos(
    'greta',
    'etienne',
    'export',
    'My client doubted the timber origin. Étienne drove up to the parcel, stood next to the stump with a board and a newspaper, and sent the picture. Doubt over.',
    [
      r('etienne', 'It snowed on the newspaper. I dried it on the way home.'),
      r('regine', 'He kept the stump number. He always keeps the stump number.'),
    ],
    { months: [11, 12, 1, 2, 3, 4] },
  ),
  message(
    'hannah',
    'export',
    'Bank holiday here on Monday, working day for you. If something breaks, Priya has the phone until noon, and after that we all have a barbecue and a clear conscience.',
    [
      r('samuel', 'Noted, the Monday truck for Dover leaves on Tuesday at six.'),
      r('priya', 'The phone is next to the charcoal. Speak up.'),
    ],
    { months: [5, 8] },
  ),
  idea(
    'callum',
    'export',
    'Swap one person for a week, each way',
    'Send somebody from the desk to the glazing line, and somebody from the line to a client in the Highlands. Both would come back with fewer opinions and better ones.',
    [
      r('romain', 'I’d go to the Highlands. I have a coat and no opinions.'),
      r('awa', 'It can count as training, two weeks’ notice, travel paid. Who’s first?'),
      r(
        'callum',
        'I’m first on the line. Please tell Luc I’ll be slow.',
        r('luc', 'The stool is adjusted. Come slow.'),
      ),
    ],
  ),
  message(
    'aoife',
    'export',
    'The stone cottage is finished. Ten openings, none of them square, walls like bread. The owner slept there the first night with the windows open, to hear the sea, then closed one and said it was like turning the sea down.',
    [
      r('mathilde', 'Forty-one decibels. But her sentence is better than my number.'),
      r('josephine', 'I’d like that sentence on the wall of the booth.'),
      r('yann', 'Walls like bread. I know exactly which walls.'),
    ],
  ),
  question(
    'callum',
    'export',
    'How do you say “draught” so that a French planner understands?',
    'He hears “draft” and opens a drawer of drawings.',
    [
      ok('clara', 'Say “courant d’air” and wave your hand in front of your neck. It’s universal.'),
      r('frederic', 'Or open the window. Nobody ever misunderstood that.'),
      r('callum', 'Hand waved, planner shivered, point made.'),
    ],
  ),
  message(
    'greta',
    'export',
    'Midsummer order book closed. We’ll fit in August when the light is long and the clients are away on boats. If you need me I’ll be the one holding a level and a strawberry.',
    [
      r('owen', 'The level I believe.'),
      r('samuel', 'Two trucks for Gothenburg booked, drivers asked about the strawberries.'),
    ],
    { months: [6, 7] },
  ),
  practice(
    'priya',
    'export',
    'Repeat the address backwards',
    [
      'Three spare parts went to the wrong Newport, and there are a good number of Newports.',
      'Postcode first, then town, then street, read back to the customer in that order.',
      'No stray parcel since June.',
    ],
    [
      r('samuel', 'There are five Saint-Martins on my Tuesday round. I’m adopting this today.'),
      r('mireille', 'Our labels print the postcode twice as big since this morning.'),
    ],
  ),
  message(
    'hannah',
    'export',
    'For everyone who just joined us here: ask in English, ask in French, ask in drawings. Somebody in six workshops has met your problem before breakfast.',
    [
      r('callum', 'I once asked in interpretive dance. Bruno understood.'),
      r('bruno', 'It was a jammed sash. Very clear.'),
    ],
    { afterLaunch: true },
  ),
  poll(
    'priya',
    'export',
    'What should the next short film show?',
    [
      ['Glazing at night', 38],
      ['How a log becomes a sill', 46],
      ['Callum being slow on the line', 16],
    ],
    [
      r('abdel', 'Glazing at night, and you bring the biscuits.'),
      r('gilles', 'From the log to the sill it takes eleven weeks. Make it a long film.'),
    ],
  ),
  kudos(
    'aoife',
    'samuel',
    'export',
    'Ferry cancelled, port closed, crane booked. He found a boat, a driver and a quay in under three hours, and he sent me the tide table in case.',
    [
      r('samuel', 'The tide table was the hard part.'),
      r('dominique', 'He did it all from my stool with one bar of battery.'),
    ],
    { months: [10, 11, 12, 1, 2, 3] },
  ),
  question(
    'aoife',
    'export',
    'Is the painted finish happy next to lime render?',
    'The plasterer is an artist and his lime goes everywhere.',
    [
      ok(
        'ludovic',
        'Not while it’s wet. Tape and film until the render is a week old, and rinse any splash within the hour.',
      ),
      r('emilie', 'If a splash dries, don’t scrape. Damp cloth, patience, and call us before the sandpaper.'),
      r('aoife', 'Taped, filmed, rinsed. The artist has been spoken to.'),
    ],
  ),
  message(
    'callum',
    'export',
    'Month end: thirty-one enquiries, nineteen quotes, seven orders, one marriage proposal for the handrail in Aberdeen. The lady was joking. We think.',
    [
      r('celine', 'Tell her the handrail is flattered but spoken for.'),
      r('hannah', 'Seven is our best since we opened. Thank you to the workshops that kept the dates.'),
      r(
        'jeanmarc',
        'The dates were tight. Give us the next seven a week earlier and we’ll invite you to the wedding.',
      ),
    ],
  ),
  idea(
    'owen',
    'export',
    'A spare-parts pouch with every tenth window',
    'Two screws, one clip, a gasket corner and a strip of touch-up. It saves a return trip across a mountain for something that weighs nine grams.',
    [
      r('thi', 'We can pack it on line one while the glue sets. Who writes the label?'),
      r('priya', 'I do, in three languages, with a very small drawing.'),
      r('owen', 'First pouch used in Snowdonia today. Nine grams, one grateful farmer.'),
    ],
  ),
  message(
    'greta',
    'export',
    'Someone asked why we deliver north at all, with the cost. I answered with a photo: two children asleep under a window, snow halfway up the glass, and nobody wearing socks.',
    [
      r('helene', 'May I show it at the board? I’ll say who sent it.'),
      r('fatou', 'Bare feet in that weather. We packed those, then.'),
    ],
    { months: [12, 1, 2, 3] },
  ),
])
