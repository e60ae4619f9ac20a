import { ANIMATORS, type Opens, READERS, type Route } from './verdicts.ts'

/** Those who serve, and those who shape; other members of the community read. */
const WRITERS: Opens = ['401', '404', '404', '403', '403', 'yes', '404']
/** An ambassador votes for themselves: whoever animates or leads does not. */
const VOTERS: Opens = ['401', '404', '404', '403', '403', '403', '404']
/** A round that is prepared exists for those who shape alone. */
const PREPARING: Opens = ['401', '404', '404', '404', '404', 'yes', '404']

const SERVES = { ambassador: 'yes' } as const
const PROGRAMME = { id: '{programmeWithAmbassador}' }
const IDEA = { id: '{idea}' }
const SOON = new Date(Date.now() + 12 * 86_400_000).toISOString().slice(0, 10)

export const IDEAS: Record<string, Route> = {
  'GET /api/programmes/:id/ideas': { opens: READERS, params: PROGRAMME },
  'GET /api/programmes/:id/idea-board': { opens: READERS, params: PROGRAMME },
  'GET /api/programmes/:id/idea-posts': { opens: ANIMATORS, params: PROGRAMME },
  'PUT /api/programmes/:id/idea-team/:memberId': {
    opens: ANIMATORS,
    params: { ...PROGRAMME, memberId: '{seated}' },
  },
  'DELETE /api/programmes/:id/idea-team/:memberId': {
    opens: ANIMATORS,
    params: { ...PROGRAMME, memberId: '{seated}' },
  },
  'GET /api/ideas/:id': { opens: READERS, params: IDEA },
  'PUT /api/ideas/:id': {
    opens: WRITERS,
    also: SERVES,
    params: { id: '{random}' },
    body: { programmeId: '{programmeWithAmbassador}', title: 'Scanner sans retirer ses gants' },
  },
  'PUT /api/ideas/:id/status': {
    opens: ANIMATORS,
    params: IDEA,
    body: { status: 'planned', why: 'Elle revient à chaque rencontre.' },
  },
  'PUT /api/ideas/:id/merge': {
    opens: ANIMATORS,
    params: IDEA,
    body: { intoId: '{otherIdea}', why: 'Elles disent la même chose.' },
  },
  // The team named on the backlog, and nobody else.
  'PUT /api/ideas/:id/rating': { opens: VOTERS, params: IDEA, body: { effort: 2, value: 4 } },
  'PUT /api/ideas/:id/thanks': {
    opens: ANIMATORS,
    params: { id: '{shippedIdea}' },
    body: { postId: '{random}' },
  },
  'GET /api/programmes/:id/idea-rounds': { opens: READERS, params: PROGRAMME },
  'GET /api/idea-rounds/:id': { opens: READERS, params: { id: '{openRound}' } },
  'PUT /api/idea-rounds/:id': {
    opens: ANIMATORS,
    params: { id: '{random}' },
    body: { programmeId: '{programmeWithAmbassador}', name: 'Tour d’hiver', closesOn: SOON, ideaIds: [] },
  },
  'PUT /api/idea-rounds/:id/state': {
    opens: PREPARING,
    params: { id: '{draftRound}' },
    body: { state: 'open' },
  },
  'DELETE /api/idea-rounds/:id': { opens: PREPARING, params: { id: '{draftRound}' } },
  'PUT /api/idea-rounds/:id/votes/:ideaId': {
    opens: VOTERS,
    also: SERVES,
    params: { id: '{openRound}', ideaId: '{roundIdea}' },
    body: { votes: 2 },
  },
}
