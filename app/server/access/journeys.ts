import { ANIMATORS, NOT_MINE, type Opens, type Route } from './verdicts.ts'

/** For those who serve: a member of the community knows of the programme, and has no way of their own in it. */
const SERVING: Opens = ['401', '404', '404', '403', '403', '403', '404']
const serving = { ambassador: 'yes', lead: '403' } as const
/** A file: its person and the keepers; for the others there is none. */
const file = { ambassador: 'yes', lead: 'yes', manager: '404' } as const

const programme = { id: '{programme}' }
const served = { id: '{servedProgramme}' }

export const JOURNEYS: Record<string, Route> = {
  'GET /api/programmes/:id/journey': { opens: SERVING, also: serving, params: served },
  'PUT /api/programmes/:id/journey/noted': { opens: SERVING, also: serving, params: served },
  'PUT /api/programmes/:id/journey/mail': {
    opens: SERVING,
    also: serving,
    params: served,
    body: { wanted: true },
  },
  'PUT /api/journey-steps/:id/done': { opens: SERVING, also: serving, params: { id: '{readStep}' } },
  'GET /api/ambassadors/:id/journey': { opens: NOT_MINE, also: file, params: { id: '{ambassador}' } },
  'GET /api/programmes/:id/journey/overview': { opens: ANIMATORS, params: programme },
  'GET /api/programmes/:id/journey/edited': { opens: ANIMATORS, params: programme },
  'PUT /api/programmes/:id/journey/model': {
    opens: ANIMATORS,
    params: programme,
    body: { model: 'relays', language: 'fr' },
  },
  'PUT /api/journey-steps/:id': {
    opens: ANIMATORS,
    body: { programmeId: '{programme}', kind: 'call', title: 'L’appel' },
  },
  'DELETE /api/journey-steps/:id': { opens: ANIMATORS, params: { id: '{readStep}' } },
  'PUT /api/programmes/:id/journey/order': { opens: ANIMATORS, params: programme, body: { stepIds: [] } },

  'GET /api/programmes/:id/call-slots': {
    opens: SERVING,
    also: { ambassador: 'yes', lead: 'yes' },
    params: served,
  },
  'PUT /api/call-slots/:id': {
    opens: SERVING,
    also: { ambassador: '403', lead: 'yes' },
    body: { programmeId: '{programme}', startsAt: '2099-06-01T09:00:00Z', minutes: 20 },
  },
  'DELETE /api/call-slots/:id': {
    opens: NOT_MINE,
    also: { ambassador: '404', lead: 'yes', manager: '404' },
    params: { id: '{openSlot}' },
  },
  'PUT /api/call-slots/:id/booking': { opens: SERVING, also: serving, params: { id: '{openSlot}' } },
  'DELETE /api/call-slots/:id/booking': {
    opens: NOT_MINE,
    also: { ambassador: 'yes', lead: '403', manager: '404' },
    params: { id: '{bookedSlot}' },
  },
  'PUT /api/call-slots/:id/held': {
    opens: NOT_MINE,
    also: { ambassador: '403', lead: 'yes', manager: '404' },
    params: { id: '{bookedSlot}' },
  },
  'GET /api/call-slots/:id/calendar': { opens: NOT_MINE, also: file, params: { id: '{bookedSlot}' } },
  'GET /api/call-slots/:id/notes': { opens: NOT_MINE, also: file, params: { id: '{bookedSlot}' } },
  'PUT /api/call-notes/:id': {
    opens: NOT_MINE,
    also: file,
    body: { slotId: '{bookedSlot}', body: 'On se rappelle mardi.' },
  },
  'DELETE /api/call-notes/:id': {
    opens: NOT_MINE,
    also: { ambassador: '404', lead: 'yes', manager: '404' },
    params: { id: '{callNote}' },
  },

  'GET /api/ambassadors/:id/buddy-choices': {
    opens: NOT_MINE,
    also: { ambassador: '403', lead: 'yes', manager: '404' },
    params: { id: '{ambassador}' },
  },
  'PUT /api/ambassadors/:id/buddy': {
    opens: NOT_MINE,
    also: { ambassador: '403', lead: 'yes', manager: '404' },
    params: { id: '{ambassador}' },
    body: { buddyId: '{otherAmbassador}' },
  },

  'PUT /api/journey-steps/:id/tries/:tryId': {
    opens: SERVING,
    also: serving,
    params: { id: '{quizStep}', tryId: '{random}' },
  },
  'PUT /api/quiz-tries/:id/answers/:questionId': {
    opens: NOT_MINE,
    also: { ambassador: 'yes', lead: '404', manager: '404' },
    params: { id: '{quizTry}', questionId: '{quizQuestion}' },
    body: { options: ['{quizOption}'] },
  },

  'GET /api/programmes/:id/first-draft': { opens: SERVING, also: serving, params: served },
  'GET /api/first-drafts/:id': {
    opens: NOT_MINE,
    also: { ambassador: 'yes', lead: '404', manager: '404' },
    params: { id: '{firstDraft}' },
  },
  'PUT /api/first-drafts/:id': {
    opens: SERVING,
    also: serving,
    body: { programmeId: '{servedProgramme}', body: 'Cette semaine, à Castres…' },
  },
  'PUT /api/first-drafts/:id/sharing': {
    opens: NOT_MINE,
    also: { ambassador: 'yes', lead: '404', manager: '404' },
    params: { id: '{firstDraft}' },
  },
  'DELETE /api/first-drafts/:id/sharing': {
    opens: NOT_MINE,
    also: { ambassador: 'yes', lead: '404', manager: '404' },
    params: { id: '{firstDraft}' },
  },
  'PUT /api/draft-words/:id': {
    opens: NOT_MINE,
    also: { ambassador: 'yes', lead: '404', manager: '404' },
    body: { draftId: '{firstDraft}', body: 'Commence par la fin.' },
  },
  'PUT /api/first-drafts/:id/publication': {
    opens: NOT_MINE,
    also: { ambassador: 'yes', lead: '404', manager: '404' },
    params: { id: '{firstDraft}' },
  },
}
