import { ANIMATORS, READERS, type Opens, type Route } from './verdicts.ts'

/** Those who serve, and those who shape; a member of the community who does neither is refused. */
const SERVING: Opens = ['401', '404', '404', '403', '403', 'yes', '404']
/** A mission does not exist for a member who does not serve. */
const KNOWING: Opens = ['401', '404', '404', '404', '404', 'yes', '404']
/** Seen by whoever shapes, done by an ambassador. */
const TAKERS: Opens = ['401', '404', '404', '404', '404', '403', '404']
/** By name: those who keep the programme, nobody else; an animator who is no keeper learns nothing. */
const KEEPERS: Opens = ['401', '404', '404', '404', '404', '404', '404']
const NOBODY: Opens = KEEPERS

const MISSION = { id: '{mission}' }
const TEST = { id: '{testMission}' }
const RELAY = { id: '{relayMission}' }
const SERVES = { ambassador: 'yes' } as const

export const MISSIONS: Record<string, Route> = {
  'GET /api/programmes/:id/missions': {
    opens: SERVING,
    also: SERVES,
    params: { id: '{programmeWithAmbassador}' },
    query: { view: 'open' },
  },
  'GET /api/programmes/:id/tests-read': { opens: READERS, params: { id: '{programmeWithAmbassador}' } },
  'GET /api/programmes/:id/mission-profiles': {
    opens: ANIMATORS,
    params: { id: '{programmeWithAmbassador}' },
  },
  'POST /api/programmes/:id/mission-reach': {
    opens: ANIMATORS,
    params: { id: '{programmeWithAmbassador}' },
  },
  'GET /api/ambassadors/:id/missions': {
    opens: KEEPERS,
    also: { ambassador: 'yes', lead: 'yes' },
    params: { id: '{ambassador}' },
  },
  'GET /api/missions/:id': { opens: KNOWING, also: SERVES, params: MISSION },
  'PUT /api/missions/:id': {
    opens: ANIMATORS,
    params: MISSION,
    body: {
      programmeId: '{programmeWithAmbassador}',
      kind: 'write',
      title: 'Raconter un geste',
      brief: { type: 'doc', content: [] },
      minutes: 20,
    },
  },
  'PUT /api/missions/:id/state': {
    opens: KNOWING,
    also: { ambassador: '403' },
    params: MISSION,
    body: { state: 'closed' },
  },
  'PUT /api/missions/:id/taking': { opens: TAKERS, also: SERVES, params: MISSION },
  'DELETE /api/missions/:id/taking': { opens: KNOWING, also: SERVES, params: MISSION },
  // Without a place there is nothing to bring back (409): the door itself is open.
  'PUT /api/missions/:id/return': { opens: KNOWING, also: SERVES, params: MISSION },
  'GET /api/missions/:id/returns': { opens: KEEPERS, also: { lead: 'yes' }, params: MISSION },
  'PUT /api/missions/:id/takings/:takingId/thanks': {
    opens: KEEPERS,
    also: { lead: 'yes' },
    params: { ...MISSION, takingId: '{returnedTaking}' },
    body: { words: 'Merci.' },
  },
  'GET /api/missions/:id/test-run': { opens: NOBODY, also: SERVES, params: { id: '{takenTest}' } },
  'PUT /api/missions/:id/test-run/steps/:stepId': {
    opens: NOBODY,
    also: SERVES,
    params: { id: '{takenTest}', stepId: '{testStep}' },
    body: { verdict: 'works' },
  },
  'PUT /api/missions/:id/test-run': {
    opens: NOBODY,
    also: SERVES,
    params: { id: '{takenTest}' },
    body: { named: false },
  },
  'GET /api/missions/:id/results': { opens: KNOWING, also: { ambassador: '404' }, params: TEST },
  'GET /api/missions/:id/screenshots/:fileId': { opens: NOBODY, params: TEST },
  'PUT /api/missions/:id/decision': {
    opens: TAKERS,
    also: { ambassador: '403' },
    params: TEST,
    body: { points: [], publish: false },
  },
  'PUT /api/missions/:id/relays/:relayId': {
    opens: TAKERS,
    also: SERVES,
    params: RELAY,
    body: { people: 8 },
  },
  'DELETE /api/missions/:id/relays/:relayId': {
    opens: NOBODY,
    also: SERVES,
    params: { ...RELAY, relayId: '{ambassadorRelay}' },
  },
  'GET /api/missions/:id/answers': { opens: KNOWING, also: { ambassador: '403' }, params: RELAY },
  'GET /api/missions/:id/kit': { opens: KNOWING, also: SERVES, params: RELAY },
}
