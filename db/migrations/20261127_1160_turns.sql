-- Turns: the company's outside accounts, handed from ambassador to ambassador of a programme.
create table rosters (
  programme_id uuid primary key references programmes (id) on delete cascade,
  space_id uuid not null references spaces (id) on delete cascade,
  -- Length of a turn.
  days int not null default 7 check (days between 1 and 31),
  -- Whom to call when something goes wrong.
  on_duty_id uuid references members (id) on delete set null,
  on_duty_name text not null default '' check (length(on_duty_name) <= 120),
  on_duty_phone text not null default '' check (length(on_duty_phone) <= 40),
  on_duty_link text not null default '' check (length(on_duty_link) <= 500),
  on_duty_hours text not null default '' check (length(on_duty_hours) <= 120),
  -- The code of conduct that protects the ambassador; '': ours. Accepted anew when its version moves.
  code text not null default '' check (length(code) <= 8000),
  code_version int not null default 1,
  made_at timestamptz not null default now()
);
create index rosters_space on rosters (space_id);

create table roster_accounts (
  programme_id uuid not null references rosters (programme_id) on delete cascade,
  connection_id uuid not null references connections (id) on delete cascade,
  position int not null default 0,
  primary key (programme_id, connection_id)
);

create table turns (
  id uuid primary key,
  programme_id uuid not null references rosters (programme_id) on delete cascade,
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  -- Null: to be taken.
  member_id uuid references members (id) on delete set null,
  state text not null default 'open' check (state in ('open', 'proposed', 'confirmed')),
  -- Those who said no to it, or are away: it is not proposed to them again.
  passed_by uuid[] not null default '{}',
  -- A word to whoever comes next.
  note text not null default '' check (length(note) <= 2000),
  -- What the holder says of their turn, and the figures that no network gave.
  words text not null default '' check (length(words) <= 1000),
  told_views int check (told_views >= 0),
  told_likes int check (told_likes >= 0),
  told_replies int check (told_replies >= 0),
  told_clicks int check (told_clicks >= 0),
  -- Told that it begins, that it is over.
  begun_told_at timestamptz,
  closed_at timestamptz,
  made_at timestamptz not null default now(),
  unique (programme_id, starts_on)
);
create index turns_member on turns (member_id, starts_on) where member_id is not null;

create table turn_code_acceptances (
  programme_id uuid not null references rosters (programme_id) on delete cascade,
  member_id uuid not null references members (id) on delete cascade,
  version int not null,
  accepted_at timestamptz not null default now(),
  primary key (programme_id, member_id, version)
);

create table turn_swaps (
  id uuid primary key,
  programme_id uuid not null references rosters (programme_id) on delete cascade,
  turn_id uuid not null references turns (id) on delete cascade,
  other_turn_id uuid not null references turns (id) on delete cascade,
  asked_by uuid not null references members (id) on delete cascade,
  asked_to uuid not null references members (id) on delete cascade,
  state text not null default 'asked' check (state in ('asked', 'accepted', 'declined', 'withdrawn', 'over')),
  asked_at timestamptz not null default now(),
  answered_at timestamptz,
  check (turn_id <> other_turn_id)
);
create index turn_swaps_turn on turn_swaps (turn_id) where state = 'asked';
create index turn_swaps_other on turn_swaps (other_turn_id) where state = 'asked';

-- What is said in the company's name. By an API it is also a publication, of the same id.
create table turn_posts (
  id uuid primary key,
  turn_id uuid not null references turns (id) on delete cascade,
  connection_id uuid not null references connections (id) on delete cascade,
  author_id uuid references members (id) on delete set null,
  mode text not null check (mode in ('api', 'assisted')),
  text text not null check (length(text) between 1 and 5000),
  link text not null default '' check (length(link) <= 1000),
  file_id uuid references files (id) on delete set null,
  alt text not null default '' check (length(alt) <= 1500),
  planned_for timestamptz not null,
  -- Of assisted mode; by an API the publication says where it stands.
  state text not null default 'planned' check (state in ('planned', 'published', 'cancelled')),
  url text not null default '' check (length(url) <= 1000),
  published_at timestamptz,
  -- Stopped by an incident, or left at the end of a turn.
  stopped text check (stopped in ('incident', 'leftover')),
  created_at timestamptz not null default now()
);
create index turn_posts_turn on turn_posts (turn_id, planned_for);

create table turn_incidents (
  id uuid primary key,
  programme_id uuid not null references rosters (programme_id) on delete cascade,
  turn_id uuid references turns (id) on delete set null,
  opened_by uuid references members (id) on delete set null,
  opened_at timestamptz not null default now(),
  closed_at timestamptz,
  closed_by uuid references members (id) on delete set null
);
create unique index turn_incidents_open on turn_incidents (programme_id) where closed_at is null;

-- What was done, line by line: read by the holder, the person on duty and the leads.
create table turn_incident_lines (
  id bigint generated always as identity primary key,
  incident_id uuid not null references turn_incidents (id) on delete cascade,
  kind text not null check (kind in ('opened', 'stopped', 'hidden', 'by_hand', 'told', 'word', 'closed')),
  amount int,
  words text not null default '' check (length(words) <= 2000),
  by_id uuid references members (id) on delete set null,
  at timestamptz not null default now()
);
create index turn_incident_lines_incident on turn_incident_lines (incident_id, id);
