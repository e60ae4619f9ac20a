/** What a role meets: let in, sent to sign in, refused, or told that there is nothing there. */
export type Verdict = 'yes' | '401' | '403' | '404'

/** In the order of ROLES: outsider, guest, member of another space, member, moderator, animator, administrator. */
export type Opens = readonly [Verdict, Verdict, Verdict, Verdict, Verdict, Verdict, Verdict]

export interface Route {
  opens: Opens
  params?: Record<string, string>
  query?: Record<string, string>
  body?: unknown
}

const ANYBODY: Opens = ['yes', 'yes', 'yes', 'yes', 'yes', 'yes', 'yes']
const SIGNED_IN: Opens = ['401', 'yes', 'yes', 'yes', 'yes', 'yes', 'yes']
/** Standing in the network: the animator of the scene is one of the network too. */
const STAFF: Opens = ['401', '403', '403', '403', '403', 'yes', 'yes']
const ADMINISTRATORS: Opens = ['401', '403', '403', '403', '403', '403', 'yes']
const ADMINISTRATORS_MISSING: Opens = ['401', '403', '403', '403', '403', '403', '404']
/** The scene is closed: who holds no seat does not learn that it exists, the network's administrator included. */
const READERS: Opens = ['401', '404', '404', 'yes', 'yes', 'yes', '404']
const MODERATORS: Opens = ['401', '404', '404', '403', 'yes', 'yes', '404']
const ANIMATORS: Opens = ['401', '404', '404', '403', '403', 'yes', '404']
/** Hidden from its readers: a member is told that there is nothing there. */
const MODERATORS_ALONE: Opens = ['401', '404', '404', '404', 'yes', 'yes', '404']
const AUTHOR_ONLY: Opens = ['401', '404', '404', '403', '403', '403', '404']
/** A closed community is known by its name and its preview to the house, not to people from outside. */
const KNOWN_BY_NAME: Opens = ['404', '404', 'yes', 'yes', 'yes', 'yes', 'yes']
const BY_INVITATION: Opens = ['401', '404', '403', 'yes', 'yes', 'yes', '403']
const HOUSE: Opens = ['401', '404', 'yes', 'yes', 'yes', 'yes', 'yes']
const OPEN: Opens = ['401', '404', 'yes', 'yes', 'yes', 'yes', 'yes']
/** A thing of somebody else's, or of nobody's. */
const NOT_MINE: Opens = ['401', '404', '404', '404', '404', '404', '404']
/** The network is set up: that door is closed for good. */
const DONE_ALREADY: Opens = ['403', '403', '403', '403', '403', '403', '403']
const NOTHING: Opens = ['404', '404', '404', '404', '404', '404', '404']
/** Wrong names and passwords meet the same refusal, signed in or not. */
const NOBODY_KNOWN: Opens = ['401', '401', '401', '401', '401', '401', '401']

const DOC = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Essai' }] }] }
const DOC_BODY = { body: DOC }

/** The scene is a closed community: '{community}' and the like are made anew for each call (app/testing/cast.ts). */
export const ACCESS: Record<string, Route> = {
  'GET /api/network': { opens: ANYBODY },
  'GET /api/network/school-zones': { opens: ANYBODY },
  'GET /api/network/settings': { opens: ADMINISTRATORS },
  'PATCH /api/network': { opens: ADMINISTRATORS },
  'GET /api/organizations': { opens: ADMINISTRATORS },
  'PUT /api/organizations/:id': { opens: ADMINISTRATORS },
  'PATCH /api/organizations/:id': { opens: ADMINISTRATORS, params: { id: '{organization}' } },
  'GET /api/me': { opens: SIGNED_IN },
  'PATCH /api/me': { opens: SIGNED_IN },
  'GET /api/people': { opens: SIGNED_IN },
  'GET /api/people/:id': { opens: HOUSE, params: { id: '{person}' } },
  'GET /api/accounts': { opens: ADMINISTRATORS },
  'GET /api/accounts/:id': { opens: ADMINISTRATORS, params: { id: '{person}' } },
  'PUT /api/accounts/:id': {
    opens: ADMINISTRATORS,
    body: {
      givenName: 'Essai',
      familyName: 'Essai',
      staffNumber: '{random}',
      organizationId: '{organization}',
    },
  },
  'PATCH /api/accounts/:id': { opens: ADMINISTRATORS, params: { id: '{person}' } },
  'POST /api/sessions': {
    opens: NOBODY_KNOWN,
    body: { identifier: '{random}', password: 'un mot de passe' },
  },
  'POST /api/sessions/second-factor': { opens: NOBODY_KNOWN },
  'POST /api/sessions/passkey': { opens: NOBODY_KNOWN },
  'POST /api/sessions/passkey/challenge': { opens: ANYBODY },
  'GET /api/sessions': { opens: SIGNED_IN },
  'DELETE /api/sessions/current': { opens: ANYBODY },
  'DELETE /api/sessions/:id': { opens: SIGNED_IN, params: { id: '{session}' } },
  'DELETE /api/sessions': { opens: SIGNED_IN },
  'GET /api/me/password': { opens: SIGNED_IN },
  'PUT /api/me/password': { opens: SIGNED_IN },
  'POST /api/password-resets': { opens: ANYBODY },
  'GET /api/password-resets/:code': { opens: NOTHING },
  'PUT /api/password-resets/:code': { opens: NOTHING },
  'POST /api/people/:id/reset-code': { opens: ADMINISTRATORS, params: { id: '{person}' } },
  'GET /api/passkeys': { opens: SIGNED_IN },
  'POST /api/passkeys/challenge': { opens: SIGNED_IN },
  'PUT /api/passkeys/:id': { opens: SIGNED_IN },
  'PATCH /api/passkeys/:id': { opens: SIGNED_IN, params: { id: '{passkey}' } },
  'DELETE /api/passkeys/:id': { opens: SIGNED_IN, params: { id: '{passkey}' } },
  'GET /api/me/second-factor': { opens: SIGNED_IN },
  'POST /api/me/second-factor': { opens: SIGNED_IN },
  'PUT /api/me/second-factor': { opens: SIGNED_IN },
  'POST /api/me/second-factor/recovery-codes': { opens: SIGNED_IN },
  'PUT /api/me/second-factor/off': { opens: SIGNED_IN },
  'DELETE /api/people/:id/second-factor': { opens: ADMINISTRATORS, params: { id: '{person}' } },
  'GET /api/spaces': { opens: SIGNED_IN },
  'GET /api/spaces/:id': { opens: READERS, params: { id: '{community}' } },
  'GET /api/spaces/:id/seats': { opens: READERS, params: { id: '{community}' } },
  'PUT /api/spaces/:id/seat': { opens: OPEN, params: { id: '{openCommunity}' } },
  'DELETE /api/spaces/:id/seat': { opens: READERS, params: { id: '{community}' } },
  'PUT /api/spaces/:id/seats/:memberId': {
    opens: ANIMATORS,
    params: { id: '{community}', memberId: '{person}' },
  },
  'DELETE /api/spaces/:id/seats/:memberId': {
    opens: ANIMATORS,
    params: { id: '{community}', memberId: '{seated}' },
  },
  'PUT /api/spaces/:id/read': { opens: READERS, params: { id: '{community}' } },
  'PATCH /api/spaces/:id': { opens: ANIMATORS, params: { id: '{community}' } },
  'POST /api/uploads': { opens: SIGNED_IN },
  'PATCH /api/uploads/:id': { opens: SIGNED_IN },
  'DELETE /api/uploads/:id': { opens: SIGNED_IN },
  'GET /api/files/:id/facts': { opens: READERS, params: { id: '{spaceFile}' } },
  'DELETE /api/files/:id': { opens: SIGNED_IN, params: { id: '{ownFile}' } },
  'GET /api/files/:id': { opens: NOTHING, params: { id: '{spaceFile}' } },
  'GET /api/audiences': { opens: STAFF },
  'GET /api/audiences/values': { opens: STAFF },
  'GET /api/audiences/:id': { opens: STAFF, params: { id: '{audience}' } },
  'PUT /api/audiences/:id': { opens: STAFF },
  'DELETE /api/audiences/:id': { opens: STAFF, params: { id: '{audience}' } },
  'POST /api/audiences/preview': { opens: STAFF },
  'PUT /api/reactions/:subjectId': { opens: READERS, params: { subjectId: '{post}' } },
  'DELETE /api/reactions/:subjectId': { opens: READERS, params: { subjectId: '{post}' } },
  'GET /api/reactions/:subjectId': { opens: READERS, params: { subjectId: '{post}' } },
  'GET /api/comments': { opens: READERS, query: { subjectId: '{post}' } },
  'GET /api/comments/:id': { opens: READERS, params: { id: '{comment}' } },
  'PUT /api/comments/:id': { opens: READERS, body: { subjectId: '{post}', body: DOC } },
  'PATCH /api/comments/:id': { opens: AUTHOR_ONLY, params: { id: '{comment}' }, body: DOC_BODY },
  'DELETE /api/comments/:id': { opens: MODERATORS, params: { id: '{comment}' } },
  'GET /api/posts': { opens: READERS, query: { spaceId: '{community}' } },
  'GET /api/saved-posts': { opens: SIGNED_IN },
  'GET /api/posts/:id': { opens: READERS, params: { id: '{post}' } },
  'GET /api/posts/:id/revisions': { opens: MODERATORS, params: { id: '{post}' } },
  'GET /api/posts/:id/adopters': { opens: READERS, params: { id: '{practice}' } },
  'GET /api/drafts': { opens: SIGNED_IN },
  'PUT /api/posts/:id': { opens: READERS, body: { spaceId: '{community}', kind: 'message', body: DOC } },
  'PATCH /api/posts/:id': { opens: AUTHOR_ONLY, params: { id: '{post}' }, body: DOC_BODY },
  'DELETE /api/posts/:id': { opens: MODERATORS, params: { id: '{post}' } },
  'PUT /api/posts/:id/pin': { opens: MODERATORS, params: { id: '{post}' } },
  'PUT /api/posts/:id/closing': { opens: MODERATORS, params: { id: '{post}' } },
  'PUT /api/posts/:id/saved': { opens: READERS, params: { id: '{post}' } },
  'PUT /api/posts/:id/adoption': { opens: READERS, params: { id: '{practice}' } },
  'DELETE /api/posts/:id/pin': { opens: MODERATORS, params: { id: '{post}' } },
  'DELETE /api/posts/:id/closing': { opens: MODERATORS, params: { id: '{post}' } },
  'DELETE /api/posts/:id/saved': { opens: READERS, params: { id: '{post}' } },
  'DELETE /api/posts/:id/adoption': { opens: READERS, params: { id: '{practice}' } },
  'PUT /api/posts/:id/ballot': {
    opens: READERS,
    params: { id: '{poll}' },
    body: { optionIds: ['{option}'] },
  },
  'PUT /api/posts/:id/answer': {
    opens: MODERATORS,
    params: { id: '{question}' },
    body: { commentId: '{answer}' },
  },
  'DELETE /api/posts/:id/answer': { opens: MODERATORS, params: { id: '{question}' } },
  'PUT /api/drafts/:id': { opens: SIGNED_IN },
  'DELETE /api/drafts/:id': { opens: SIGNED_IN, params: { id: '{draft}' } },
  'GET /api/notifications': { opens: SIGNED_IN },
  'GET /api/notifications/count': { opens: SIGNED_IN },
  'PUT /api/notifications/read': { opens: SIGNED_IN },
  'PUT /api/notifications/:id/read': { opens: SIGNED_IN, params: { id: '{notification}' } },
  'GET /api/moderation': { opens: SIGNED_IN },
  'GET /api/moderation/count': { opens: SIGNED_IN },
  'PUT /api/reports/:id': {
    opens: READERS,
    body: { subjectKind: 'post', subjectId: '{post}', reason: 'hurtful' },
  },
  'POST /api/moderation/:subjectId/hide': { opens: MODERATORS, params: { subjectId: '{reported}' } },
  'POST /api/moderation/:subjectId/keep': { opens: MODERATORS, params: { subjectId: '{reported}' } },
  'POST /api/moderation/:subjectId/restore': { opens: MODERATORS_ALONE, params: { subjectId: '{hidden}' } },
  'GET /api/communities': { opens: SIGNED_IN },
  'GET /api/communities/:id': { opens: READERS, params: { id: '{community}' } },
  'PUT /api/communities/:id': { opens: STAFF },
  'PATCH /api/communities/:id': { opens: ANIMATORS, params: { id: '{community}' } },
  'GET /api/communities/without-lead': { opens: ADMINISTRATORS },
  'PUT /api/communities/:id/lead': {
    opens: ADMINISTRATORS,
    params: { id: '{community}' },
    body: { memberId: '{leadPerson}' },
  },
  'PUT /api/communities/:id/stage': { opens: ANIMATORS, params: { id: '{community}' } },
  'PUT /api/communities/:id/objectives/:objectiveId': {
    opens: ANIMATORS,
    params: { id: '{community}', objectiveId: '{random}' },
    body: { measure: 'arrived', target: 0.8, startsOn: '2026-12-01', deadline: '2027-03-01' },
  },
  'DELETE /api/communities/:id/objectives/:objectiveId': {
    opens: ANIMATORS,
    params: { id: '{community}', objectiveId: '{objective}' },
  },
  'PUT /api/communities/:id/stakeholders/:stakeholderId': {
    opens: ANIMATORS,
    params: { id: '{community}', stakeholderId: '{random}' },
    body: { part: 'hr', name: 'La DRH', expectation: '' },
  },
  'DELETE /api/communities/:id/stakeholders/:stakeholderId': {
    opens: ANIMATORS,
    params: { id: '{community}', stakeholderId: '{stakeholder}' },
  },
  'GET /api/communities/:id/charter': { opens: READERS, params: { id: '{community}' } },
  'GET /api/communities/:id/charters': { opens: READERS, params: { id: '{community}' } },
  'PUT /api/communities/:id/charters/:charterId': {
    opens: ANIMATORS,
    params: { id: '{community}', charterId: '{random}' },
  },
  'PUT /api/communities/:id/charters/:charterId/signature': {
    opens: READERS,
    params: { id: '{community}', charterId: '{charter}' },
  },
  'GET /api/previews/:slug': { opens: KNOWN_BY_NAME, params: { slug: '{slug}' } },
  'GET /api/join-requests': { opens: ANIMATORS, query: { spaceId: '{community}' } },
  'PUT /api/join-requests/:id': { opens: BY_INVITATION, body: { spaceId: '{community}', note: '' } },
  'DELETE /api/join-requests/:id': { opens: SIGNED_IN, params: { id: '{request}' } },
  'PUT /api/join-requests/:id/answer': { opens: ANIMATORS, params: { id: '{request}' } },
  'GET /api/communities/:id/groups': { opens: READERS, params: { id: '{community}' } },
  'PUT /api/communities/:id/groups/:groupId': {
    opens: ANIMATORS,
    params: { id: '{community}', groupId: '{random}' },
  },
  'PATCH /api/communities/:id/groups/:groupId': {
    opens: ANIMATORS,
    params: { id: '{community}', groupId: '{group}' },
  },
  'POST /api/spaces/:id/invitations/preview': { opens: ANIMATORS, params: { id: '{community}' } },
  'PUT /api/campaigns/:id': {
    opens: ANIMATORS,
    body: { spaceId: '{community}', message: 'Viens', reminders: true, memberIds: ['{person}'] },
  },
  'GET /api/spaces/:id/campaigns': { opens: ANIMATORS, params: { id: '{community}' } },
  'GET /api/spaces/:id/invitations/counts': { opens: ANIMATORS, params: { id: '{community}' } },
  'GET /api/spaces/:id/invitations': { opens: ANIMATORS, params: { id: '{community}' } },
  'GET /api/spaces/:id/codes': { opens: ANIMATORS, params: { id: '{community}' } },
  'GET /api/spaces/:id/letters': { opens: ANIMATORS, params: { id: '{letterCommunity}' } },
  'DELETE /api/invitations/:id': { opens: ANIMATORS, params: { id: '{invitation}' } },
  'POST /api/invitations/:id/sending': { opens: ANIMATORS, params: { id: '{invitation}' } },
  'DELETE /api/invitations/:id/reminders': { opens: ANIMATORS, params: { id: '{invitation}' } },
  'DELETE /api/invitations/:id/reminders/:day': {
    opens: ANIMATORS,
    params: { id: '{invitation}', day: '7' },
  },
  'DELETE /api/campaigns/:id/reminders': { opens: ANIMATORS, params: { id: '{campaign}' } },
  'PUT /api/codes/:id': {
    opens: ANIMATORS,
    body: { spaceId: '{community}', kind: 'poster', label: 'Cholet', maxUses: 10 },
  },
  'DELETE /api/codes/:id': { opens: ANIMATORS, params: { id: '{code}' } },
  'GET /api/codes/:id/qr': { opens: ANIMATORS, params: { id: '{code}' } },
  'GET /api/codes/:id/poster': { opens: ANIMATORS, params: { id: '{code}' } },
  'GET /api/me/invitations': { opens: SIGNED_IN },
  'PUT /api/me/invitations/:id/acceptance': { opens: NOT_MINE, params: { id: '{invitation}' } },
  'GET /api/entry/:code': { opens: NOTHING },
  'POST /api/entry/:code/person': { opens: NOTHING },
  'POST /api/entry/:code': { opens: NOTHING },
  'PUT /api/entry/:code/seat': { opens: NOT_MINE },
  'GET /api/imports': { opens: ADMINISTRATORS },
  'PUT /api/imports/:id': { opens: ADMINISTRATORS, body: { fileId: '{importFile}' } },
  'GET /api/imports/:id': { opens: ADMINISTRATORS_MISSING },
  'GET /api/imports/:id/organizations': { opens: ADMINISTRATORS_MISSING },
  'GET /api/imports/:id/rejected': { opens: ADMINISTRATORS_MISSING },
  'GET /api/imports/:id/warnings': { opens: ADMINISTRATORS_MISSING },
  'GET /api/imports/:id/changes': { opens: ADMINISTRATORS_MISSING, query: { kind: 'create' } },
  'GET /api/imports/:id/absent': { opens: ADMINISTRATORS_MISSING },
  'GET /api/imports/:id/rejected.csv': { opens: ADMINISTRATORS_MISSING },
  'PATCH /api/imports/:id': { opens: ADMINISTRATORS_MISSING },
  'POST /api/imports/:id/apply': { opens: ADMINISTRATORS_MISSING },
  'DELETE /api/imports/:id': { opens: ADMINISTRATORS_MISSING },
  'PUT /api/set-up': { opens: DONE_ALREADY },
  'PUT /api/demonstration': { opens: DONE_ALREADY },
  'GET /api/demonstration': { opens: ANYBODY },
  /** This network is no demonstration. */
  'POST /api/demonstration/accounts': { opens: DONE_ALREADY },
  'PUT /api/accounts/:id/closed': { opens: ADMINISTRATORS, params: { id: '{person}' } },
  'DELETE /api/accounts/:id/closed': { opens: ADMINISTRATORS, params: { id: '{person}' } },
  'GET /api/administration/audit-log': { opens: ADMINISTRATORS },
  'GET /api/administration/mails/:id': { opens: ADMINISTRATORS, params: { id: '{mail}' } },
  'GET /api/administration/mails': { opens: ADMINISTRATORS },
  'GET /api/administration/health': { opens: ADMINISTRATORS },
  'GET /api/communities/:id/measures': { opens: ANIMATORS, params: { id: '{community}' } },
  'GET /api/communities/:id/objectives/:objectiveId/curve': {
    opens: ANIMATORS,
    params: { id: '{community}', objectiveId: '{objective}' },
  },
  'GET /api/communities/:id/cockpit': { opens: ANIMATORS, params: { id: '{community}' } },
  'PUT /api/communities/:id/welcomes/:welcomeId': {
    opens: ANIMATORS,
    params: { id: '{community}' },
    body: { memberIds: ['{seated}'], text: 'Bienvenue' },
  },
  'PUT /api/communities/:id/choices/:gesture': {
    opens: ANIMATORS,
    params: { id: '{community}', gesture: 'welcome' },
  },
  'DELETE /api/communities/:id/choices/:gesture': {
    opens: ANIMATORS,
    params: { id: '{community}', gesture: 'welcome' },
  },
  'PUT /api/spaces/:id/visit': { opens: READERS, params: { id: '{community}' } },
}
