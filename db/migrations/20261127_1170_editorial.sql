-- The editorial calendar of a community: slots that become posts, what repeats, the committee, and idea starters.

-- What was chosen for a place: how many slots a week (the community's own row), and the mix of kinds of posts, in percent.
create table editorial_settings (
  space_id uuid primary key references spaces (id) on delete cascade,
  cadence int not null default 2 check (cadence between 0 and 21),
  -- { question: 30, practice: 30, … }
  mix jsonb not null default '{}'
);

create table editorial_themes (
  id uuid primary key,
  space_id uuid not null references spaces (id) on delete cascade,
  name text not null check (length(name) between 1 and 40),
  -- One of the five colours that stay apart, and the sign that goes with it: never colour alone.
  tone int not null check (tone between 1 and 5),
  created_at timestamptz not null default now()
);
create index editorial_themes_space on editorial_themes (space_id);

-- Days when nothing is published: an inventory, the closing of the summer.
create table editorial_blocked_days (
  id uuid primary key,
  space_id uuid not null references spaces (id) on delete cascade,
  name text not null check (length(name) between 1 and 80),
  first_day date not null,
  last_day date not null check (last_day >= first_day)
);
create index editorial_blocked_days_space on editorial_blocked_days (space_id, first_day);

create table editorial_series (
  id uuid primary key,
  space_id uuid not null references spaces (id) on delete cascade,
  place_id uuid not null references spaces (id) on delete cascade,
  title text not null check (length(title) between 1 and 160),
  brief text not null default '' check (length(brief) <= 2000),
  kind text not null check (kind in ('post', 'event', 'newsletter', 'share', 'turn')),
  channel text not null check (channel in ('feed', 'screen', 'gathering', 'outside', 'letter', 'text')),
  post_kind text not null default 'message' check (post_kind in ('message', 'question', 'practice', 'idea', 'kudos', 'poll')),
  theme_id uuid references editorial_themes (id) on delete set null,
  owner_id uuid references members (id) on delete set null,
  every text not null check (every in ('week', 'fortnight', 'month')),
  -- 1 is Monday; `nth` of the month: 1 to 4, 5 is the last.
  weekday int not null check (weekday between 1 and 7),
  nth int check (nth between 1 and 5),
  -- Minutes after midnight, by the clock of the network: nine o'clock stays nine o'clock when clocks change.
  minutes int not null check (minutes between 0 and 1439),
  starts_on date not null,
  ends_on date check (ends_on >= starts_on),
  -- Its slots exist up to this day.
  laid_until date,
  created_by uuid references members (id) on delete set null,
  created_at timestamptz not null default now(),
  check ((every = 'month') = (nth is not null))
);
create index editorial_series_space on editorial_series (space_id);

create table editorial_slots (
  id uuid primary key,
  -- The community whose calendar it stands in, and where it will be read: the same, or a group of it.
  space_id uuid not null references spaces (id) on delete cascade,
  place_id uuid not null references spaces (id) on delete cascade,
  kind text not null check (kind in ('post', 'event', 'newsletter', 'share', 'turn')),
  channel text not null check (channel in ('feed', 'screen', 'gathering', 'outside', 'letter', 'text')),
  post_kind text not null default 'message' check (post_kind in ('message', 'question', 'practice', 'idea', 'kudos', 'poll')),
  theme_id uuid references editorial_themes (id) on delete set null,
  title text not null check (length(title) between 1 and 160),
  brief text not null default '' check (length(brief) <= 2000),
  state text not null default 'idea' check (state in ('idea', 'drafted', 'ready', 'scheduled', 'published', 'dropped')),
  -- By the clock of the network; the instant follows from them. No day: waiting to be placed.
  day date,
  minutes int check (minutes between 0 and 1439),
  at timestamptz,
  owner_id uuid references members (id) on delete set null,
  series_id uuid references editorial_series (id) on delete set null,
  -- The day the series gave it, wherever it was moved since.
  occurrence_on date,
  starter_key text check (length(starter_key) <= 80),
  -- { title, body, practice, poll, recipients }: what will be published.
  content jsonb not null default '{}',
  -- Moves at each text kept: a text written on another is told apart.
  edition int not null default 0,
  written_by uuid references members (id) on delete set null,
  written_at timestamptz,
  -- One writer at a time; silent for two minutes, the pen may be taken.
  pen_id uuid references members (id) on delete set null,
  pen_at timestamptz,
  pen_asked_by uuid references members (id) on delete set null,
  -- The id of the post to come, given once: published twice it is the same post.
  post_id uuid not null,
  published_at timestamptz,
  -- The refusal that met it at its hour.
  failure text,
  failed_at timestamptz,
  imported_uid text check (length(imported_uid) <= 400),
  created_by uuid references members (id) on delete set null,
  created_at timestamptz not null default now(),
  check ((day is null) = (at is null)),
  check (state <> 'scheduled' or (at is not null and owner_id is not null))
);
create index editorial_slots_space on editorial_slots (space_id, day) where state <> 'dropped';
create index editorial_slots_owner on editorial_slots (owner_id) where state not in ('published', 'dropped');
create index editorial_slots_due on editorial_slots (at) where state = 'scheduled';
create unique index editorial_slots_occurrence on editorial_slots (series_id, occurrence_on);
create unique index editorial_slots_imported on editorial_slots (space_id, imported_uid);
create unique index editorial_slots_post on editorial_slots (post_id);

-- What a text said before.
create table editorial_versions (
  id uuid primary key,
  slot_id uuid not null references editorial_slots (id) on delete cascade,
  content jsonb not null,
  written_by uuid references members (id) on delete set null,
  written_at timestamptz not null,
  -- before: replaced by a later text; late: written by somebody who no longer held the pen.
  why text not null check (why in ('before', 'late')),
  kept_at timestamptz not null default now()
);
create index editorial_versions_slot on editorial_versions (slot_id, kept_at desc);

create table editorial_remarks (
  id uuid primary key,
  slot_id uuid not null references editorial_slots (id) on delete cascade,
  author_id uuid references members (id) on delete set null,
  text text not null check (length(text) between 1 and 2000),
  -- Somebody asked to reread: they may read, answer and write in this slot.
  asks_id uuid references members (id) on delete cascade,
  done_at timestamptz,
  at timestamptz not null default now()
);
create index editorial_remarks_slot on editorial_remarks (slot_id, at);
create index editorial_remarks_asked on editorial_remarks (asks_id, slot_id) where asks_id is not null;

-- One secret address per member and community; withdrawn by making another, or none.
create table editorial_feeds (
  id uuid primary key,
  member_id uuid not null references members (id) on delete cascade,
  space_id uuid not null references spaces (id) on delete cascade,
  token_hash bytea not null unique,
  token_sealed text not null,
  created_at timestamptz not null default now(),
  unique (member_id, space_id)
);

create table editorial_committees (
  id uuid primary key,
  space_id uuid not null references spaces (id) on delete cascade,
  held_on date not null,
  minutes int not null default 600 check (minutes between 0 and 1439),
  state text not null default 'planned' check (state in ('planned', 'held')),
  words text not null default '' check (length(words) <= 4000),
  -- The agenda as it stood when the committee was held.
  agenda jsonb,
  post_id uuid,
  created_by uuid references members (id) on delete set null,
  created_at timestamptz not null default now()
);
create index editorial_committees_space on editorial_committees (space_id, held_on desc);

create table editorial_committee_members (
  committee_id uuid not null references editorial_committees (id) on delete cascade,
  member_id uuid not null references members (id) on delete cascade,
  primary key (committee_id, member_id)
);

create table editorial_decisions (
  id uuid primary key,
  committee_id uuid not null references editorial_committees (id) on delete cascade,
  kind text not null check (kind in ('slot', 'task', 'note')),
  text text not null check (length(text) between 1 and 500),
  owner_id uuid references members (id) on delete set null,
  due_on date,
  slot_id uuid references editorial_slots (id) on delete set null,
  done_at timestamptz,
  at timestamptz not null default now()
);
create index editorial_decisions_committee on editorial_decisions (committee_id, at);

-- A community's own idea starters, and its words or its silence about those of the stock (`stock_key`).
create table editorial_starters (
  id uuid primary key,
  space_id uuid not null references spaces (id) on delete cascade,
  stock_key text check (length(stock_key) <= 80),
  hidden boolean not null default false,
  title text not null default '' check (length(title) <= 160),
  prompt text not null default '' check (length(prompt) <= 600),
  practice text not null default 'A8' check (practice ~ '^[AB][1-9]$'),
  post_kind text not null default 'message' check (post_kind in ('message', 'question', 'practice', 'idea', 'kudos', 'poll')),
  created_by uuid references members (id) on delete set null,
  created_at timestamptz not null default now(),
  unique (space_id, stock_key)
);
