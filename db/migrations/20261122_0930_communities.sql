create table audiences (
  id uuid primary key,
  name text not null check (length(name) between 1 and 80),
  -- { all: [ { attribute, is: [values] } | { attribute, isNot: [...] } … ] }, see features/audiences/contract.ts
  rule jsonb not null,
  created_by uuid references members (id) on delete set null,
  created_at timestamptz not null default now()
);

create table communities (
  space_id uuid primary key references spaces (id) on delete cascade,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  stage text not null default 'design' check (stage in ('design', 'pilot', 'launched', 'sustained', 'closed')),
  kind text not null default 'everybody' check (kind in ('ambassadors', 'practice', 'interest', 'project', 'everybody')),
  vision text not null default '',
  value_proposition text not null default '',
  audience_id uuid references audiences (id) on delete set null,
  entry text not null default 'invitation' check (entry in ('open', 'request', 'invitation')),
  contributor_cap int check (contributor_cap > 0),
  gathering_days int check (gathering_days > 0),
  -- What the shareable preview shows; nothing is public before preview_published.
  preview jsonb not null default '{}',
  preview_published boolean not null default false,
  preview_video_file_id uuid references files (id) on delete set null,
  steps_done text[] not null default '{}',
  launched_on date
);

create table groups (
  space_id uuid primary key references spaces (id) on delete cascade,
  is_default boolean not null default false,
  audience_id uuid references audiences (id) on delete set null
);

create table objectives (
  id uuid primary key,
  space_id uuid not null references spaces (id) on delete cascade,
  measure text not null check (measure in ('arrived', 'active', 'creators')),
  target numeric(5, 4) not null check (target > 0 and target <= 1),
  starts_on date not null,
  deadline date not null,
  created_at timestamptz not null default now(),
  check (deadline > starts_on)
);
create index objectives_space on objectives (space_id);

create table charters (
  id uuid primary key,
  space_id uuid not null references spaces (id) on delete cascade,
  version int not null,
  body text not null check (length(body) between 1 and 20000),
  text_hash text not null,
  published_at timestamptz not null default now(),
  unique (space_id, version)
);
create table charter_signatures (
  charter_id uuid not null references charters (id) on delete cascade,
  member_id uuid not null references members (id) on delete cascade,
  signed_at timestamptz not null default now(),
  primary key (charter_id, member_id)
);

create table stakeholders (
  id uuid primary key,
  space_id uuid not null references spaces (id) on delete cascade,
  part text not null check (part in ('sponsor', 'lead', 'communication', 'hr', 'it', 'animator', 'moderator')),
  member_id uuid references members (id) on delete cascade,
  name text not null default '',
  expectation text not null default '',
  check (member_id is not null or name <> '')
);
create index stakeholders_space on stakeholders (space_id);

create table join_requests (
  id uuid primary key,
  space_id uuid not null references spaces (id) on delete cascade,
  member_id uuid not null references members (id) on delete cascade,
  note text not null default '' check (length(note) <= 500),
  state text not null default 'asked' check (state in ('asked', 'waiting', 'accepted', 'declined')),
  asked_at timestamptz not null default now(),
  answered_at timestamptz,
  answered_by uuid references members (id) on delete set null
);
create unique index join_requests_once on join_requests (space_id, member_id) where state in ('asked', 'waiting');

create table campaigns (
  id uuid primary key,
  space_id uuid not null references spaces (id) on delete cascade,
  audience_id uuid references audiences (id) on delete set null,
  message text not null default '' check (length(message) <= 1000),
  created_by uuid references members (id) on delete set null,
  created_at timestamptz not null default now()
);
create index campaigns_space on campaigns (space_id);

-- One invitation per person and community: the denominator of the objective.
create table invitations (
  id uuid primary key,
  campaign_id uuid not null references campaigns (id) on delete cascade,
  space_id uuid not null references spaces (id) on delete cascade,
  member_id uuid not null references members (id) on delete cascade,
  channel text not null check (channel in ('email', 'letter')),
  state text not null default 'sent' check (state in ('sent', 'bounced', 'accepted', 'withdrawn')),
  invited_at timestamptz not null default now(),
  accepted_at timestamptz,
  unique (space_id, member_id)
);
create index invitations_campaign on invitations (campaign_id);
create index invitations_member on invitations (member_id);

create table reminders (
  id uuid primary key,
  invitation_id uuid not null references invitations (id) on delete cascade,
  day int not null check (day in (1, 2, 7, 14)),
  due_at timestamptz not null,
  state text not null default 'planned' check (state in ('planned', 'sent', 'cancelled')),
  unique (invitation_id, day)
);
create index reminders_due on reminders (due_at) where state = 'planned';

-- A code opens the door: personal (member_id) or shared (a poster, a link), capped, expiring, withdrawable.
create table codes (
  id uuid primary key,
  space_id uuid not null references spaces (id) on delete cascade,
  member_id uuid references members (id) on delete cascade,
  invitation_id uuid references invitations (id) on delete cascade,
  kind text not null check (kind in ('personal', 'poster', 'link', 'entry')),
  label text not null default '',
  code_hash bytea not null unique,
  -- Sealed with the server's key, so that a letter or a poster can be printed again.
  code_sealed text not null,
  max_uses int not null default 1 check (max_uses between 1 and 100000),
  uses int not null default 0,
  expires_at timestamptz not null,
  withdrawn_at timestamptz,
  created_by uuid references members (id) on delete set null,
  created_at timestamptz not null default now(),
  check (uses <= max_uses)
);
create index codes_space on codes (space_id);
create index codes_invitation on codes (invitation_id) where invitation_id is not null;
create index codes_member on codes (member_id) where member_id is not null;
