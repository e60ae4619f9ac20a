import type { QueryClient } from '@tanstack/react-query'
import type { ComponentType } from 'react'

export interface Page {
  path: string
  load: () => Promise<ComponentType>
  /** What it reads first, put in its place before it is drawn; for the page that carries it (platform/web/carried.ts). */
  read?: (queries: QueryClient, search: string) => Promise<unknown>
  /** public: no shell, nobody needs to be signed in. */
  public?: boolean
  /** Says only words of the first screens, or also those of the door (app/web/words.ts): opens without the others. */
  says?: 'first' | 'door'
  /** Key of the title in the top bar and the tab. */
  title: string
}

const home = () => import('#features/posts/web/home-page.tsx')

/** Every address of the product, one line each. A longer path comes before a shorter one that would match it. */
export const pages: Page[] = [
  {
    path: '/',
    says: 'first',
    title: 'posts.feed.title',
    load: async () => (await home()).HomePage,
    read: async (queries, search) => (await home()).readHome(queries, search),
  },
  {
    path: '/espaces/:spaceId',
    says: 'first',
    title: 'posts.space.title',
    load: async () => (await import('#features/posts/web/space-page.tsx')).SpacePage,
  },
  {
    path: '/publications/:postId',
    says: 'first',
    title: 'posts.page',
    load: async () => (await import('#features/posts/web/post-page.tsx')).PostPage,
  },
  {
    path: '/publier',
    says: 'first',
    title: 'posts.publish',
    load: async () => (await import('#features/posts/web/publish-page.tsx')).PublishPage,
  },
  {
    path: '/brouillons',
    says: 'first',
    title: 'posts.drafts.title',
    load: async () => (await import('#features/posts/web/drafts-page.tsx')).DraftsPage,
  },
  {
    path: '/gardees',
    says: 'first',
    title: 'posts.kept.title',
    load: async () => (await import('#features/posts/web/saved-page.tsx')).SavedPage,
  },
  {
    path: '/recherche',
    says: 'first',
    title: 'posts.search.title',
    load: async () => (await import('#features/posts/web/search-page.tsx')).SearchPage,
  },
  {
    path: '/notifications',
    says: 'first',
    title: 'notifications.title',
    load: async () => (await import('#features/notifications/web/notifications-page.tsx')).NotificationsPage,
  },
  {
    path: '/moderation',
    says: 'first',
    title: 'moderation.title',
    load: async () => (await import('#features/moderation/web/moderation-page.tsx')).ModerationPage,
  },
  {
    path: '/rejoindre/:code',
    title: 'invitations.join.title',
    public: true,
    load: async () => (await import('#features/invitations/web/entry-page.tsx')).EntryPage,
  },
  {
    path: '/rejoindre',
    title: 'invitations.join.title',
    public: true,
    load: async () => (await import('#features/invitations/web/join-page.tsx')).JoinPage,
  },
  {
    path: '/communautes/:id/inviter',
    title: 'invitations.invite.title',
    load: async () => (await import('#features/invitations/web/invite-page.tsx')).InvitePage,
  },
  {
    path: '/communautes/:id/invitations',
    title: 'invitations.follow.title',
    load: async () => (await import('#features/invitations/web/follow-up-page.tsx')).FollowUpPage,
  },
  {
    path: '/invitations',
    title: 'invitations.mine.title',
    load: async () => (await import('#features/invitations/web/my-invitations-page.tsx')).MyInvitationsPage,
  },
  {
    path: '/connexion',
    public: true,
    says: 'door',
    title: 'sessions.titles.sign_in',
    load: async () => (await import('#features/sessions/web/sign-in-page.tsx')).SignInPage,
  },
  {
    path: '/mot-de-passe/oublie',
    public: true,
    says: 'door',
    title: 'sessions.titles.forgotten',
    load: async () => (await import('#features/sessions/web/forgotten-page.tsx')).ForgottenPage,
  },
  {
    path: '/mot-de-passe/:code',
    public: true,
    says: 'door',
    title: 'sessions.titles.reset',
    load: async () => (await import('#features/sessions/web/reset-page.tsx')).ResetPage,
  },
  {
    path: '/bienvenue',
    public: true,
    title: 'administration.set_up_title',
    load: async () => (await import('#features/administration/web/set-up-page.tsx')).SetUpPage,
  },
  {
    path: '/demonstration',
    public: true,
    title: 'demonstration.accounts.title',
    load: async () => (await import('#features/demonstration/web/accounts-page.tsx')).DemoAccountsPage,
  },
  {
    path: '/moi/mes-donnees',
    title: 'privacy.export.title',
    load: async () => (await import('#features/privacy/web/my-data-page.tsx')).MyDataPage,
  },
  {
    path: '/moi',
    title: 'sessions.me.title',
    load: async () => (await import('#features/sessions/web/me-page.tsx')).MePage,
  },
  {
    path: '/personnes',
    title: 'people.title',
    load: async () => (await import('#features/people/web/people-page.tsx')).PeoplePage,
  },
  {
    path: '/personnes/:id',
    title: 'people.profile_title',
    load: async () => (await import('#features/people/web/person-page.tsx')).PersonPage,
  },
  {
    path: '/administration',
    title: 'administration.title',
    load: async () => (await import('#features/administration/web/network-page.tsx')).NetworkPage,
  },
  {
    path: '/administration/personnes',
    title: 'administration.tabs.people',
    load: async () => (await import('#features/administration/web/accounts-page.tsx')).AccountsPage,
  },
  {
    path: '/administration/personnes/nouvelle',
    title: 'administration.people.add',
    load: async () => (await import('#features/administration/web/new-account-page.tsx')).NewAccountPage,
  },
  {
    path: '/administration/personnes/:id',
    title: 'administration.tabs.people',
    load: async () => (await import('#features/administration/web/account-page.tsx')).AccountPage,
  },
  {
    path: '/administration/organisations',
    title: 'administration.tabs.organizations',
    load: async () => (await import('#features/administration/web/organizations-page.tsx')).OrganizationsPage,
  },
  {
    path: '/administration/communautes',
    title: 'administration.tabs.communities',
    load: async () => (await import('#features/administration/web/leads-page.tsx')).LeadsPage,
  },
  {
    path: '/administration/envois',
    title: 'administration.tabs.outbox',
    load: async () => (await import('#features/administration/web/outbox-page.tsx')).OutboxPage,
  },
  {
    path: '/administration/journal',
    title: 'administration.tabs.log',
    load: async () => (await import('#features/administration/web/log-page.tsx')).LogPage,
  },
  {
    path: '/imports/:id',
    title: 'imports.title',
    load: async () => (await import('#features/imports/web/import-page.tsx')).ImportPage,
  },
  {
    path: '/imports',
    title: 'imports.title',
    load: async () => (await import('#features/imports/web/imports-page.tsx')).ImportsPage,
  },
  {
    path: '/publics/creer',
    title: 'audiences.title',
    load: async () => (await import('#features/audiences/web/audience-page.tsx')).AudiencePage,
  },
  {
    path: '/publics/:id',
    title: 'audiences.title',
    load: async () => (await import('#features/audiences/web/audience-page.tsx')).AudiencePage,
  },
  {
    path: '/publics',
    title: 'audiences.title',
    load: async () => (await import('#features/audiences/web/audiences-page.tsx')).AudiencesPage,
  },
  {
    path: '/programmes/:id/idees/tours/:roundId',
    title: 'ideas.pages.round',
    load: async () => (await import('#features/ideas/web/round-page.tsx')).RoundPage,
  },
  {
    path: '/programmes/:id/idees/tours',
    title: 'ideas.round.page',
    load: async () => (await import('#features/ideas/web/rounds-page.tsx')).RoundsPage,
  },
  {
    path: '/programmes/:id/idees/:ideaId',
    title: 'ideas.pages.one',
    load: async () => (await import('#features/ideas/web/idea-page.tsx')).IdeaPage,
  },
  {
    path: '/programmes/:id/idees',
    title: 'ideas.page',
    load: async () => (await import('#features/ideas/web/ideas-page.tsx')).IdeasPage,
  },
  {
    path: '/programmes/:id/missions/creer',
    title: 'missions.create',
    load: async () => (await import('#features/missions/web/mission-form-page.tsx')).MissionFormPage,
  },
  {
    path: '/programmes/:id/missions',
    title: 'missions.title',
    load: async () => (await import('#features/missions/web/missions-page.tsx')).MissionsPage,
  },
  {
    path: '/missions/:missionId/modifier',
    title: 'missions.pages.edit',
    load: async () => (await import('#features/missions/web/mission-form-page.tsx')).MissionEditPage,
  },
  {
    path: '/missions/:missionId/tester',
    title: 'missions.pages.run',
    load: async () => (await import('#features/missions/web/test-run-page.tsx')).TestRunPage,
  },
  {
    path: '/missions/:missionId/resultats',
    title: 'missions.pages.results',
    load: async () => (await import('#features/missions/web/results-page.tsx')).ResultsPage,
  },
  {
    path: '/missions/:missionId',
    title: 'missions.pages.one',
    load: async () => (await import('#features/missions/web/mission-page.tsx')).MissionPage,
  },
  {
    path: '/programmes/:id/partager/creer',
    title: 'sharing.make.title',
    load: async () => (await import('#features/sharing/web/new-kit-page.tsx')).NewKitPage,
  },
  {
    path: '/programmes/:id/partager/reglages',
    title: 'sharing.settings.title',
    load: async () => (await import('#features/sharing/web/share-settings-page.tsx')).ShareSettingsPage,
  },
  {
    path: '/programmes/:id/partager',
    title: 'sharing.page.short',
    load: async () => (await import('#features/sharing/web/share-page.tsx')).SharePage,
  },
  {
    path: '/kits/:kitId',
    title: 'sharing.kit.short',
    load: async () => (await import('#features/sharing/web/kit-page.tsx')).KitPage,
  },
  {
    path: '/programmes/:id/parcours/relire/:draftId',
    title: 'journeys.reread.page',
    load: async () => (await import('#features/journeys/web/reread-page.tsx')).RereadPage,
  },
  {
    path: '/programmes/:id/parcours/regler',
    title: 'journeys.edit.page',
    load: async () => (await import('#features/journeys/web/edit-page.tsx')).EditJourneyPage,
  },
  {
    path: '/programmes/:id/parcours/appels',
    title: 'journeys.calls.page',
    load: async () => (await import('#features/journeys/web/calls-page.tsx')).CallsPage,
  },
  {
    path: '/programmes/:id/parcours/ou-l-on-cale',
    title: 'journeys.overview.title',
    load: async () => (await import('#features/journeys/web/overview-page.tsx')).OverviewPage,
  },
  {
    path: '/programmes/:id/parcours',
    title: 'journeys.page',
    load: async () => (await import('#features/journeys/web/journey-page.tsx')).JourneyPage,
  },
  {
    path: '/accord/:token',
    title: 'programme.accord.title',
    public: true,
    load: async () => (await import('#features/programme/web/accord-page.tsx')).AccordPage,
  },
  {
    path: '/programmes/:id/suivi',
    title: 'programme.board.title',
    load: async () => (await import('./follow-up-page.tsx')).ProgrammeFollowUpPage,
  },
  {
    path: '/programmes/:id/reglages',
    title: 'programme.settings.title',
    load: async () => (await import('#features/programme/web/settings-page.tsx')).ProgrammeSettingsPage,
  },
  {
    path: '/programmes/:id/rencontres/:gatheringId',
    title: 'programme.gatherings.title',
    load: async () => (await import('#features/programme/web/gathering-page.tsx')).GatheringPage,
  },
  {
    path: '/programmes/:id/rencontres',
    title: 'programme.gatherings.title',
    load: async () => (await import('#features/programme/web/gatherings-page.tsx')).GatheringsPage,
  },
  {
    path: '/programmes/:id/mur',
    title: 'programme.wall.title',
    load: async () => (await import('#features/programme/web/wall-page.tsx')).WallPage,
  },
  {
    path: '/communautes/:id/programmes/creer',
    title: 'programme.create.title',
    load: async () => (await import('#features/programme/web/settings-page.tsx')).CreateProgrammePage,
  },
  {
    path: '/communautes/:id/programmes',
    title: 'programme.list.title',
    load: async () => (await import('#features/programme/web/programmes-page.tsx')).ProgrammesPage,
  },
  {
    path: '/programmes/:id/ambassadeurs/:ambassadorId',
    title: 'programme.file.title',
    load: async () => (await import('./ambassador-page.tsx')).AmbassadorPage,
  },
  {
    path: '/programmes/:id/contributions',
    title: 'contributions.mine.title',
    load: async () =>
      (await import('#features/contributions/web/my-contributions-page.tsx')).MyContributionsPage,
  },
  {
    path: '/programmes/:id/qui-avance',
    title: 'contributions.overview.title',
    load: async () => (await import('#features/contributions/web/overview-page.tsx')).OverviewPage,
  },
  {
    path: '/programmes/:id/ce-qui-compte',
    title: 'contributions.counts.title',
    load: async () => (await import('#features/contributions/web/what-counts-page.tsx')).WhatCountsPage,
  },
  {
    path: '/administration/registre',
    title: 'privacy.papers.short',
    load: async () => (await import('#features/privacy/web/papers-page.tsx')).PapersPage,
  },
  {
    path: '/programmes/:id',
    title: 'programme.role.title',
    load: async () => (await import('./my-role-page.tsx')).MyRolePage,
  },
  {
    path: '/communautes/:id/pratiques',
    title: 'practices.title',
    load: async () => (await import('#features/practices/web/practices-page.tsx')).PracticesPage,
  },
  {
    path: '/communautes/:id/astuces',
    title: 'library.title',
    load: async () => (await import('#features/library/web/library-page.tsx')).LibraryPage,
  },
  {
    path: '/communautes/:id/calendrier/:slotId',
    title: 'editorial.slot.title',
    load: async () => (await import('#features/editorial/web/slot-page.tsx')).SlotPage,
  },
  {
    path: '/communautes/:id/calendrier',
    title: 'editorial.tabs.calendar',
    load: async () => (await import('#features/editorial/web/calendar-page.tsx')).CalendarPage,
  },
  {
    path: '/communautes/:id/comite',
    title: 'editorial.committee.title',
    load: async () => (await import('#features/editorial/web/committee-page.tsx')).CommitteePage,
  },
  {
    path: '/communautes/:id/amorces',
    title: 'editorial.starters.title',
    load: async () => (await import('#features/editorial/web/starters-page.tsx')).StartersPage,
  },
  {
    path: '/programmes/:id/prises-de-parole/regler',
    title: 'turns.settings.title',
    load: async () => (await import('#features/turns/web/settings-page.tsx')).TurnSettingsPage,
  },
  {
    path: '/programmes/:id/prises-de-parole',
    title: 'turns.name',
    load: async () => (await import('#features/turns/web/turns-page.tsx')).TurnsPage,
  },
  {
    path: '/comptes/retour',
    title: 'publishing.titles.back',
    load: async () => (await import('#features/publishing/web/return-page.tsx')).ReturnPage,
  },
  {
    path: '/comptes/:id/publier',
    title: 'publishing.titles.write',
    load: async () => (await import('#features/publishing/web/write-page.tsx')).WritePage,
  },
  {
    path: '/comptes',
    title: 'publishing.titles.mine',
    load: async () => (await import('#features/publishing/web/my-accounts-page.tsx')).MyAccountsPage,
  },
  {
    path: '/communautes/:id/comptes',
    title: 'publishing.titles.company',
    load: async () =>
      (await import('#features/publishing/web/community-accounts-page.tsx')).CommunityAccountsPage,
  },
  {
    path: '/communautes/:id/animer',
    title: 'app.nav.animate',
    load: async () => (await import('#features/cockpit/web/today-page.tsx')).TodayPage,
  },
  {
    path: '/communautes/:id/bilan',
    title: 'cockpit.report.short',
    load: async () => (await import('#features/cockpit/web/report-page.tsx')).ReportPage,
  },
  {
    path: '/communautes/:id/mesures',
    title: 'insights.measures.title',
    load: async () => (await import('#features/insights/web/measures-page.tsx')).MeasuresPage,
  },
  {
    path: '/communautes/:id/plan',
    title: 'plan.title',
    load: async () => (await import('#features/plan/web/plan-page.tsx')).PlanPage,
  },
  {
    path: '/communautes/:id/saison',
    title: 'seasons.title',
    load: async () => (await import('#features/seasons/web/season-page.tsx')).SeasonPage,
  },
  {
    path: '/jours',
    title: 'seasons.days.title',
    load: async () => (await import('#features/seasons/web/days-page.tsx')).DaysPage,
  },
  {
    path: '/animer',
    title: 'app.nav.animate',
    load: async () => (await import('#features/cockpit/web/animate-page.tsx')).AnimatePage,
  },
  {
    path: '/communautes/creer',
    title: 'communities.create.title',
    load: async () => (await import('#features/communities/web/create-page.tsx')).CreateCommunityPage,
  },
  {
    path: '/communautes/:id/preparer',
    title: 'communities.prepare.action',
    load: async () => (await import('#features/communities/web/prepare-page.tsx')).PreparePage,
  },
  {
    path: '/communautes/:id/charte',
    title: 'communities.charter.page',
    load: async () => (await import('#features/communities/web/charter-page.tsx')).CharterPage,
  },
  {
    path: '/preuves/:code',
    public: true,
    title: 'communities.proof.page',
    load: async () => (await import('#features/communities/web/proof-page.tsx')).ProofPage,
  },
  {
    path: '/communautes/:id/membres',
    title: 'communities.members.title',
    load: async () => (await import('#features/communities/web/members-page.tsx')).MembersPage,
  },
  {
    path: '/communautes/:id/groupes/creer',
    title: 'communities.group.create',
    load: async () => (await import('#features/communities/web/group-page.tsx')).CreateGroupPage,
  },
  {
    path: '/communautes/:id/groupes/:groupId',
    title: 'communities.groups.title',
    load: async () => (await import('#features/communities/web/group-page.tsx')).GroupSettingsPage,
  },
  {
    path: '/communautes/:id',
    title: 'communities.title',
    load: async () => (await import('#features/communities/web/community-page.tsx')).CommunityPage,
  },
  {
    path: '/communautes',
    title: 'communities.title',
    load: async () => (await import('#features/communities/web/communities-page.tsx')).CommunitiesPage,
  },
  {
    path: '/decouvrir/:slug',
    public: true,
    title: 'communities.others.title',
    load: async () => (await import('#features/communities/web/preview-page.tsx')).PreviewPage,
  },
  {
    path: '/api/docs',
    public: true,
    says: 'first',
    title: 'app.docs.title',
    load: async () => (await import('./docs-page.tsx')).DocsPage,
  },
  {
    path: '/plus',
    says: 'first',
    title: 'app.nav.more',
    load: async () => (await import('./more-page.tsx')).MorePage,
  },
]
