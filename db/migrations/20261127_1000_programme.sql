-- Ambassador programmes: what is asked, who serves, and the life line of each.
create table programmes (
  id uuid primary key,
  -- The community it belongs to: its one unit of access.
  space_id uuid not null references spaces (id) on delete cascade,
  name text not null check (length(name) between 1 and 80),
  mission text not null default '' check (length(mission) <= 4000),
  -- What is expected of each; somebody may have agreed to less (ambassadors.contributions_per_month).
  contributions_per_month int not null default 2 check (contributions_per_month between 0 and 60),
  hours_per_month numeric(4, 1) not null default 2 check (hours_per_month between 0 and 80),
  gatherings_per_year int not null default 4 check (gatherings_per_year between 0 and 52),
  seats int check (seats > 0),
  -- How one enters.
  by_volunteering boolean not null default true,
  by_nomination boolean not null default true,
  by_invitation boolean not null default true,
  manager_agreement boolean not null default true,
  -- What was done outside Élan is confirmed by a peer.
  peer_confirmation boolean not null default false,
  -- The picture of one stroke per ambassador is for the lead of a programme whose charter says so.
  lead_picture boolean not null default false,
  state text not null default 'draft' check (state in ('draft', 'open', 'closed')),
  starts_on date,
  ends_on date check (ends_on > starts_on),
  created_by uuid references members (id) on delete set null,
  created_at timestamptz not null default now()
);
create index programmes_space on programmes (space_id);

-- Those who see the follow-up beside the leads of the community, each named; ambassadors see the list.
create table programme_keepers (
  programme_id uuid not null references programmes (id) on delete cascade,
  member_id uuid not null references members (id) on delete cascade,
  named_at timestamptz not null default now(),
  primary key (programme_id, member_id)
);

create table circles (
  id uuid primary key,
  programme_id uuid not null references programmes (id) on delete cascade,
  name text not null check (length(name) between 1 and 80),
  site text not null default '',
  -- Launched once it has met: the founding gathering is a gate.
  launched_at timestamptz,
  created_at timestamptz not null default now()
);
create index circles_programme on circles (programme_id);

create table ambassadors (
  id uuid primary key,
  programme_id uuid not null references programmes (id) on delete cascade,
  member_id uuid not null references members (id) on delete cascade,
  circle_id uuid references circles (id) on delete set null,
  state text not null check (state in
    ('candidate', 'nominated', 'agreed', 'onboarding', 'active', 'paused', 'handing_over', 'alumni', 'declined')),
  entered_by text not null check (entered_by in ('volunteering', 'nomination', 'invitation')),
  named_by uuid references members (id) on delete set null,
  -- A few words of theirs, or of whoever named them.
  words text not null default '' check (length(words) <= 1000),
  -- What they like to do: kinds of features/programme/rules/likes.ts.
  likes text[] not null default '{}',
  -- Agreed, and no seat is free yet.
  waiting_since timestamptz,
  onboarding_since timestamptz,
  active_since timestamptz,
  paused_until date,
  -- A lighter role; null: as the programme says.
  contributions_per_month int check (contributions_per_month between 0 and 60),
  hours_per_month numeric(4, 1) check (hours_per_month between 0 and 80),
  successor_id uuid references ambassadors (id) on delete set null,
  -- A word on the wall of those who have served, if they wish.
  wall boolean not null default false,
  wall_words text not null default '' check (length(wall_words) <= 500),
  created_at timestamptz not null default now(),
  unique (programme_id, member_id)
);
create index ambassadors_member on ambassadors (member_id);
create index ambassadors_circle on ambassadors (circle_id) where circle_id is not null;
create index ambassadors_state on ambassadors (programme_id, state);

-- The life line: each step dated, with who and why. Its person reads it first.
create table ambassador_steps (
  id bigint generated always as identity primary key,
  ambassador_id uuid not null references ambassadors (id) on delete cascade,
  from_state text,
  to_state text not null,
  at timestamptz not null default now(),
  -- Null: the person left the network, or the calendar did it (the end of a pause).
  by_id uuid references members (id) on delete set null,
  why text not null default '' check (length(why) <= 1000)
);
create index ambassador_steps_ambassador on ambassador_steps (ambassador_id, id);

-- Leave that an ambassador declared: their rhythm waits meanwhile.
create table ambassador_leaves (
  id uuid primary key,
  ambassador_id uuid not null references ambassadors (id) on delete cascade,
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  created_at timestamptz not null default now()
);
create index ambassador_leaves_ambassador on ambassador_leaves (ambassador_id, starts_on);

-- The manager's agreement: a link by e-mail, no account needed.
create table manager_agreements (
  id uuid primary key,
  ambassador_id uuid not null references ambassadors (id) on delete cascade,
  manager_id uuid references members (id) on delete set null,
  manager_name text not null default '',
  manager_email citext not null,
  token_hash bytea not null unique,
  asked_at timestamptz not null default now(),
  expires_at timestamptz not null,
  answered_at timestamptz,
  agreed boolean,
  words text not null default '' check (length(words) <= 1000),
  check ((answered_at is null) = (agreed is null))
);
create index manager_agreements_ambassador on manager_agreements (ambassador_id);

-- What the person undertakes and the company grants, as it was issued: for the HR file.
create table mission_letters (
  id uuid primary key,
  ambassador_id uuid not null references ambassadors (id) on delete cascade,
  -- Frozen when issued: mission, time allotted, objectives, period, names.
  facts jsonb not null,
  text_hash text not null,
  issued_at timestamptz not null default now(),
  issued_by uuid references members (id) on delete set null,
  signed_by_ambassador_at timestamptz,
  signed_by_lead_at timestamptz,
  signed_by_manager_at timestamptz
);
create index mission_letters_ambassador on mission_letters (ambassador_id, issued_at desc);

-- People meet: on site and online together.
create table gatherings (
  id uuid primary key,
  programme_id uuid not null references programmes (id) on delete cascade,
  -- Null: all circles together.
  circle_id uuid references circles (id) on delete cascade,
  kind text not null default 'regular' check (kind in ('founding', 'regular')),
  title text not null check (length(title) between 1 and 120),
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  place text not null default '' check (length(place) <= 200),
  online_url text not null default '' check (length(online_url) <= 500),
  agenda text not null default '' check (length(agenda) <= 4000),
  host_id uuid references members (id) on delete set null,
  held_at timestamptz,
  cancelled_at timestamptz,
  created_at timestamptz not null default now()
);
create index gatherings_programme on gatherings (programme_id, starts_at);

-- Who comes and who came is known to those who organise; others read counts.
create table gathering_answers (
  gathering_id uuid not null references gatherings (id) on delete cascade,
  member_id uuid not null references members (id) on delete cascade,
  answer text not null check (answer in ('on_site', 'online', 'no')),
  came text check (came in ('on_site', 'online', 'no')),
  primary key (gathering_id, member_id)
);

-- A piece of news about one's own role, written in the reader's language: { says, path, topic }.
alter table notifications drop constraint notifications_kind_check;
alter table notifications add constraint notifications_kind_check check (kind in
  ('mention', 'reply', 'comment', 'answer_accepted', 'kudos', 'invitation', 'welcome', 'moderation', 'request', 'news'));
