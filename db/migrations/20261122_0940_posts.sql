create table posts (
  id uuid primary key,
  space_id uuid not null references spaces (id) on delete cascade,
  -- Its place in the space, gapless: unread is head minus mark.
  number int not null,
  author_id uuid references members (id) on delete set null,
  kind text not null check (kind in ('message', 'question', 'practice', 'idea', 'kudos', 'poll')),
  title text not null default '' check (length(title) <= 160),
  body jsonb not null default '{"type":"doc","content":[]}',
  body_text text not null default '',
  -- practice: { concern, gesture, gain }; poll: { choice: 'single'|'multiple', anonymous, closesAt }; relayed: { shared: true }
  details jsonb not null default '{}',
  hashtags text[] not null default '{}',
  published_at timestamptz not null default now(),
  edited_at timestamptz,
  pinned_at timestamptz,
  comments_closed_at timestamptz,
  withdrawn_at timestamptz,
  hidden_at timestamptz,
  accepted_comment_id uuid,
  shared_post_id uuid references posts (id) on delete set null,
  comment_count int not null default 0,
  reaction_counts jsonb not null default '{}',
  reaction_total int not null default 0,
  save_count int not null default 0,
  adoption_count int not null default 0,
  attachment_count int not null default 0,
  -- poll: how many have voted.
  voter_count int not null default 0,
  unique (space_id, number)
) with (fillfactor = 85);
create index posts_feed on posts (space_id, published_at desc, id desc) where withdrawn_at is null and hidden_at is null;
create unique index posts_one_pin on posts (space_id) where pinned_at is not null and withdrawn_at is null;
create index posts_kind on posts (space_id, kind, published_at desc, id desc) where kind <> 'message' and withdrawn_at is null and hidden_at is null;
create index posts_author on posts (author_id, published_at desc, id desc);
create index posts_hashtags on posts using gin (hashtags) where hashtags <> '{}';
create index posts_text on posts using gin (to_tsvector('french', title || ' ' || body_text)) where withdrawn_at is null and hidden_at is null;
create index posts_unanswered on posts (space_id, published_at desc, id desc) where kind = 'question' and comment_count = 0 and withdrawn_at is null and hidden_at is null;

create table post_revisions (
  post_id uuid not null references posts (id) on delete cascade,
  number int not null,
  title text not null,
  body jsonb not null,
  details jsonb not null default '{}',
  replaced_at timestamptz not null default now(),
  primary key (post_id, number)
);

create table post_recipients (
  post_id uuid not null references posts (id) on delete cascade,
  member_id uuid not null references members (id) on delete cascade,
  primary key (post_id, member_id)
);

create table attachments (
  post_id uuid not null references posts (id) on delete cascade,
  file_id uuid not null references files (id) on delete cascade,
  position int not null,
  alt text not null default '' check (length(alt) <= 500),
  primary key (post_id, file_id)
);

create table poll_options (
  id uuid primary key,
  post_id uuid not null references posts (id) on delete cascade,
  position int not null,
  label text not null check (length(label) between 1 and 120),
  votes int not null default 0,
  unique (post_id, position)
);
-- Who has voted, apart from what: an anonymous poll keeps no choice per person.
create table poll_ballots (
  post_id uuid not null references posts (id) on delete cascade,
  member_id uuid not null references members (id) on delete cascade,
  -- Empty in an anonymous poll.
  option_ids uuid[] not null default '{}',
  primary key (post_id, member_id)
);

create table drafts (
  id uuid primary key,
  member_id uuid not null references members (id) on delete cascade,
  space_id uuid references spaces (id) on delete cascade,
  content jsonb not null,
  updated_at timestamptz not null default now()
);
create index drafts_member on drafts (member_id, updated_at desc);

create table saved_posts (
  member_id uuid not null references members (id) on delete cascade,
  post_id uuid not null references posts (id) on delete cascade,
  saved_at timestamptz not null default now(),
  primary key (member_id, post_id)
);
create index saved_posts_recent on saved_posts (member_id, saved_at desc, post_id desc);
create index saved_posts_post on saved_posts (post_id, member_id);

create table adoptions (
  post_id uuid not null references posts (id) on delete cascade,
  member_id uuid not null references members (id) on delete cascade,
  adopted_at timestamptz not null default now(),
  primary key (post_id, member_id)
);

create table comments (
  id uuid primary key,
  -- The subject registers itself (posts today); comments know only where it lives.
  subject_id uuid not null references posts (id) on delete cascade,
  space_id uuid not null references spaces (id) on delete cascade,
  parent_id uuid references comments (id) on delete cascade,
  author_id uuid references members (id) on delete set null,
  body jsonb not null,
  body_text text not null,
  created_at timestamptz not null default now(),
  edited_at timestamptz,
  withdrawn_at timestamptz,
  hidden_at timestamptz,
  reply_count int not null default 0,
  reaction_counts jsonb not null default '{}',
  reaction_total int not null default 0
) with (fillfactor = 85);
create index comments_subject on comments (subject_id, created_at, id);
create index comments_parent on comments (parent_id, created_at, id) where parent_id is not null;
create index comments_author on comments (author_id);
create index comments_space_at on comments (space_id, created_at);
alter table posts add constraint posts_accepted foreign key (accepted_comment_id) references comments (id) on delete set null;

create table reactions (
  subject_id uuid not null,
  subject_kind text not null check (subject_kind in ('post', 'comment')),
  space_id uuid not null references spaces (id) on delete cascade,
  member_id uuid not null references members (id) on delete cascade,
  kind text not null check (kind in ('like', 'bravo', 'useful', 'thanks', 'same')),
  at timestamptz not null default now(),
  primary key (subject_id, member_id)
);
create index reactions_space_at on reactions (space_id, at);
create index reactions_member on reactions (member_id);

create table notifications (
  id uuid primary key,
  member_id uuid not null references members (id) on delete cascade,
  kind text not null check (kind in ('mention', 'reply', 'comment', 'answer_accepted', 'kudos', 'invitation', 'welcome', 'moderation', 'request')),
  space_id uuid references spaces (id) on delete cascade,
  post_id uuid references posts (id) on delete cascade,
  comment_id uuid references comments (id) on delete cascade,
  actor_id uuid references members (id) on delete set null,
  details jsonb not null default '{}',
  created_at timestamptz not null default now(),
  read_at timestamptz
);
create index notifications_member on notifications (member_id, created_at desc, id desc);
create index notifications_unread on notifications (member_id) where read_at is null;

create table reports (
  id uuid primary key,
  subject_kind text not null check (subject_kind in ('post', 'comment')),
  subject_id uuid not null,
  space_id uuid not null references spaces (id) on delete cascade,
  reporter_id uuid references members (id) on delete set null,
  reason text not null check (reason in ('hurtful', 'private', 'wrong', 'advertising', 'other')),
  note text not null default '' check (length(note) <= 500),
  state text not null default 'open' check (state in ('open', 'hidden', 'kept', 'withdrawn')),
  created_at timestamptz not null default now(),
  settled_at timestamptz,
  settled_by uuid references members (id) on delete set null
);
create index reports_open on reports (space_id, created_at) where state = 'open';
create unique index reports_once on reports (subject_id, reporter_id) where state = 'open';
create index reports_settled on reports (space_id, settled_at) where state in ('hidden', 'kept');
