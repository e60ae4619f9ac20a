import type { App } from '#platform/server/app.ts'
import type { Listeners } from '#platform/server/emit.ts'
import type { Jobs } from '#platform/server/jobs.ts'
import * as audiences from '#features/audiences/server/routes.ts'
import { jobs as cockpitJobs } from '#features/cockpit/server/jobs.ts'
import { listeners as cockpitListeners } from '#features/cockpit/server/listeners.ts'
import * as cockpit from '#features/cockpit/server/routes.ts'
import { jobs as communityJobs } from '#features/communities/server/jobs.ts'
import { listeners as communityListeners } from '#features/communities/server/listeners.ts'
import * as communities from '#features/communities/server/routes.ts'
import { jobs as invitationJobs } from '#features/invitations/server/jobs.ts'
import { listeners as invitationListeners } from '#features/invitations/server/listeners.ts'
import * as invitations from '#features/invitations/server/routes.ts'
import { jobs as administrationJobs } from '#features/administration/server/jobs.ts'
import * as administration from '#features/administration/server/routes.ts'
import { jobs as demonstrationJobs } from '#features/demonstration/server/jobs.ts'
import * as demonstration from '#features/demonstration/server/routes.ts'
import { jobs as fileJobs } from '#features/files/server/jobs.ts'
import * as files from '#features/files/server/routes.ts'
import { jobs as insightJobs } from '#features/insights/server/jobs.ts'
import { listeners as insightListeners } from '#features/insights/server/listeners.ts'
import * as insights from '#features/insights/server/routes.ts'
import { jobs as seasonJobs } from '#features/seasons/server/jobs.ts'
import * as seasons from '#features/seasons/server/routes.ts'
import { jobs as missionJobs } from '#features/missions/server/jobs.ts'
import { jobs as ideaJobs } from '#features/ideas/server/jobs.ts'
import { listeners as ideaListeners } from '#features/ideas/server/listeners.ts'
import * as ideas from '#features/ideas/server/routes.ts'
import { listeners as missionListeners } from '#features/missions/server/listeners.ts'
import * as missions from '#features/missions/server/routes.ts'
import { jobs as editorialJobs } from '#features/editorial/server/jobs.ts'
import * as editorial from '#features/editorial/server/routes.ts'
import { jobs as programmeJobs } from '#features/programme/server/jobs.ts'
import { listeners as programmeListeners } from '#features/programme/server/listeners.ts'
import { jobs as planJobs } from '#features/plan/server/jobs.ts'
import * as plan from '#features/plan/server/routes.ts'
import * as programme from '#features/programme/server/routes.ts'
import { jobs as sharingJobs } from '#features/sharing/server/jobs.ts'
import { listeners as sharingListeners } from '#features/sharing/server/listeners.ts'
import * as sharing from '#features/sharing/server/routes.ts'
import { jobs as contributionJobs } from '#features/contributions/server/jobs.ts'
import { listeners as contributionListeners } from '#features/contributions/server/listeners.ts'
import * as contributions from '#features/contributions/server/routes.ts'
import { jobs as journeyJobs } from '#features/journeys/server/jobs.ts'
import { listeners as journeyListeners } from '#features/journeys/server/listeners.ts'
import * as journeys from '#features/journeys/server/routes.ts'
import { listeners as libraryListeners } from '#features/library/server/listeners.ts'
import * as library from '#features/library/server/routes.ts'
import { jobs as practiceJobs } from '#features/practices/server/jobs.ts'
import * as practices from '#features/practices/server/routes.ts'
import * as network from '#features/network/server/routes.ts'
import { listeners as commentListeners } from '#features/comments/server/listeners.ts'
import * as comments from '#features/comments/server/routes.ts'
import { listeners as moderationListeners } from '#features/moderation/server/listeners.ts'
import * as moderation from '#features/moderation/server/routes.ts'
import { listeners as notificationListeners } from '#features/notifications/server/listeners.ts'
import * as notifications from '#features/notifications/server/routes.ts'
import { listeners as postListeners } from '#features/posts/server/listeners.ts'
import { jobs as publishingJobs } from '#features/publishing/server/jobs.ts'
import * as publishing from '#features/publishing/server/routes.ts'
import { jobs as turnJobs } from '#features/turns/server/jobs.ts'
import { listeners as turnListeners } from '#features/turns/server/listeners.ts'
import * as turns from '#features/turns/server/routes.ts'
import * as posts from '#features/posts/server/routes.ts'
import * as reactions from '#features/reactions/server/routes.ts'
import * as organizations from '#features/organizations/server/routes.ts'
import * as people from '#features/people/server/routes.ts'
import { jobs as sessionJobs } from '#features/sessions/server/jobs.ts'
import * as sessions from '#features/sessions/server/routes.ts'
import * as spaces from '#features/spaces/server/routes.ts'
import { jobs as importJobs } from '#features/imports/server/jobs.ts'
import * as imports from '#features/imports/server/routes.ts'
import { jobs as privacyJobs } from '#features/privacy/server/jobs.ts'
import * as privacy from '#features/privacy/server/routes.ts'
import { personal as peoplePersonal } from '#features/people/server/personal.ts'
import { personal as sessionsPersonal } from '#features/sessions/server/personal.ts'
import { personal as spacesPersonal } from '#features/spaces/server/personal.ts'
import { personal as filesPersonal } from '#features/files/server/personal.ts'
import { personal as audiencesPersonal } from '#features/audiences/server/personal.ts'
import { personal as reactionsPersonal } from '#features/reactions/server/personal.ts'
import { personal as commentsPersonal } from '#features/comments/server/personal.ts'
import { personal as postsPersonal } from '#features/posts/server/personal.ts'
import { personal as notificationsPersonal } from '#features/notifications/server/personal.ts'
import { personal as moderationPersonal } from '#features/moderation/server/personal.ts'
import { personal as communitiesPersonal } from '#features/communities/server/personal.ts'
import { personal as invitationsPersonal } from '#features/invitations/server/personal.ts'
import { personal as importsPersonal } from '#features/imports/server/personal.ts'
import { personal as seasonsPersonal } from '#features/seasons/server/personal.ts'
import { personal as programmePersonal } from '#features/programme/server/personal.ts'
import { personal as missionsPersonal } from '#features/missions/server/personal.ts'
import { personal as ideasPersonal } from '#features/ideas/server/personal.ts'
import { personal as sharingPersonal } from '#features/sharing/server/personal.ts'
import { personal as contributionsPersonal } from '#features/contributions/server/personal.ts'
import { personal as editorialPersonal } from '#features/editorial/server/personal.ts'
import { personal as journeysPersonal } from '#features/journeys/server/personal.ts'
import { personal as publishingPersonal } from '#features/publishing/server/personal.ts'
import { personal as turnsPersonal } from '#features/turns/server/personal.ts'
import { personal as libraryPersonal } from '#features/library/server/personal.ts'
import { personal as planPersonal } from '#features/plan/server/personal.ts'
import { personal as practicesPersonal } from '#features/practices/server/personal.ts'
import { personal as cockpitPersonal } from '#features/cockpit/server/personal.ts'
import { personal as administrationPersonal } from '#features/administration/server/personal.ts'
import { personal as privacyPersonal } from '#features/privacy/server/personal.ts'
import type { PersonalOffer } from '#platform/server/personal.ts'
import type { Services } from '#platform/server/services.ts'

export interface Feature {
  routes?: (app: App, services: Services) => void
  listeners?: (listeners: Listeners, services: Services) => void
  jobs?: (jobs: Jobs, services: Services) => void
  /** What it holds about a person: without it a test fails for the first column that leads to one. */
  personal?: PersonalOffer
}

/** Every capability of the product, a line each, in the order in which they may know each other. */
export const features: Feature[] = [
  { routes: network.routes },
  { routes: organizations.routes },
  { routes: people.routes, personal: peoplePersonal },
  { routes: sessions.routes, jobs: sessionJobs, personal: sessionsPersonal },
  { routes: spaces.routes, personal: spacesPersonal },
  { routes: files.routes, jobs: fileJobs, personal: filesPersonal },
  { routes: audiences.routes, personal: audiencesPersonal },
  { routes: reactions.routes, personal: reactionsPersonal },
  { routes: comments.routes, listeners: commentListeners, personal: commentsPersonal },
  { routes: posts.routes, listeners: postListeners, personal: postsPersonal },
  { routes: notifications.routes, listeners: notificationListeners, personal: notificationsPersonal },
  { routes: moderation.routes, listeners: moderationListeners, personal: moderationPersonal },
  {
    routes: communities.routes,
    listeners: communityListeners,
    jobs: communityJobs,
    personal: communitiesPersonal,
  },
  {
    routes: invitations.routes,
    listeners: invitationListeners,
    jobs: invitationJobs,
    personal: invitationsPersonal,
  },
  { routes: imports.routes, jobs: importJobs, personal: importsPersonal },
  { routes: seasons.routes, jobs: seasonJobs, personal: seasonsPersonal },
  { routes: insights.routes, listeners: insightListeners, jobs: insightJobs },
  {
    routes: programme.routes,
    listeners: programmeListeners,
    jobs: programmeJobs,
    personal: programmePersonal,
  },
  { routes: missions.routes, listeners: missionListeners, jobs: missionJobs, personal: missionsPersonal },
  { routes: ideas.routes, listeners: ideaListeners, jobs: ideaJobs, personal: ideasPersonal },
  { routes: sharing.routes, listeners: sharingListeners, jobs: sharingJobs, personal: sharingPersonal },
  {
    routes: contributions.routes,
    listeners: contributionListeners,
    jobs: contributionJobs,
    personal: contributionsPersonal,
  },
  { routes: editorial.routes, jobs: editorialJobs, personal: editorialPersonal },
  { routes: journeys.routes, listeners: journeyListeners, jobs: journeyJobs, personal: journeysPersonal },
  { routes: publishing.routes, jobs: publishingJobs, personal: publishingPersonal },
  { routes: turns.routes, listeners: turnListeners, jobs: turnJobs, personal: turnsPersonal },
  { routes: library.routes, listeners: libraryListeners, personal: libraryPersonal },
  { routes: plan.routes, jobs: planJobs, personal: planPersonal },
  { routes: practices.routes, jobs: practiceJobs, personal: practicesPersonal },
  { routes: cockpit.routes, listeners: cockpitListeners, jobs: cockpitJobs, personal: cockpitPersonal },
  { routes: privacy.routes, jobs: privacyJobs, personal: privacyPersonal },
  { routes: administration.routes, jobs: administrationJobs, personal: administrationPersonal },
  { routes: demonstration.routes, jobs: demonstrationJobs },
]
