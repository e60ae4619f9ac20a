import { ANIMATORS, type Opens, type Route } from './verdicts.ts'

/** For whoever may not read it, an action does not exist. */
const NOT_READERS: Opens = ['401', '404', '404', '404', '404', 'yes', '404']

const ACTION = {
  spaceId: '{community}',
  title: 'Poser les affiches',
  channel: 'poster',
  startsOn: '2027-01-04',
  endsOn: '2027-01-08',
}

/** A member with no part in the plan is refused; sponsors, stakeholders and owners: features/plan/server/plan.test.ts. */
export const PLAN: Record<string, Route> = {
  'GET /api/communities/:id/plan': { opens: ANIMATORS, params: { id: '{community}' } },
  'GET /api/communities/:id/plan/templates': {
    opens: ANIMATORS,
    params: { id: '{community}' },
    query: { from: '2027-01-04' },
  },
  'PUT /api/communities/:id/plan/applications/:applicationId': {
    opens: ANIMATORS,
    params: { id: '{community}' },
    body: { template: 'revival', startsOn: '2027-01-04' },
  },
  'PUT /api/communities/:id/plan/dates': {
    opens: ANIMATORS,
    params: { id: '{community}' },
    body: { moves: [{ id: '{planAction}', startsOn: '2027-01-11', endsOn: '2027-01-12' }] },
  },
  'PUT /api/plan-actions/:id': { opens: ANIMATORS, body: ACTION },
  'PUT /api/plan-actions/:id/state': {
    opens: NOT_READERS,
    params: { id: '{planAction}' },
    body: { state: 'doing' },
  },
  'DELETE /api/plan-actions/:id': { opens: NOT_READERS, params: { id: '{planAction}' } },
}
