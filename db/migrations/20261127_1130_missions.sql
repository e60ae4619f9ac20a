-- Missions: something asked of ambassadors, with a brief, a date, places and what to bring back.
create table missions (
  id uuid primary key,
  programme_id uuid not null references programmes (id) on delete cascade,
  kind text not null check (kind in ('write', 'host', 'relay', 'welcome', 'test')),
  title text not null check (length(title) between 1 and 120),
  -- Rich text of the allow-list.
  brief jsonb not null default '{"type":"doc","content":[]}',
  -- What to bring back, in a sentence.
  returns text not null default '' check (length(returns) <= 500),
  minutes int not null check (minutes between 1 and 960),
  due_on date,
  -- Places; null: as many as wish.
  quota int check (quota between 1 and 1000),
  -- Who may take it: a rule of features/audiences, over those who serve.
  rule jsonb not null default '{"all":[]}',
  -- And who likes one of these (ambassadors.likes); empty: no matter.
  likes text[] not null default '{}',
  state text not null default 'draft' check (state in ('draft', 'open', 'closed', 'cancelled')),
  -- Why it was cancelled: said to those who had taken it.
  why text not null default '' check (length(why) <= 500),
  created_by uuid references members (id) on delete set null,
  created_at timestamptz not null default now(),
  opened_at timestamptz,
  ended_at timestamptz
);
create index missions_programme on missions (programme_id, state);

-- A place taken. Given back, the row goes: nothing remains of it.
create table mission_takings (
  id uuid primary key,
  mission_id uuid not null references missions (id) on delete cascade,
  member_id uuid not null references members (id) on delete cascade,
  taken_at timestamptz not null default now(),
  returned_at timestamptz,
  returned_words text not null default '' check (length(returned_words) <= 2000),
  returned_link text not null default '' check (length(returned_link) <= 500),
  -- The tester agreed that the team reads their first name.
  named boolean not null default false,
  thanked_at timestamptz check (thanked_at is null or returned_at is not null),
  thanked_by uuid references members (id) on delete set null,
  thanks_words text not null default '' check (length(thanks_words) <= 1000),
  unique (mission_id, member_id)
);
create index mission_takings_member on mission_takings (member_id);

-- A mission of kind 'test': what to try, step by step.
create table test_steps (
  id uuid primary key,
  mission_id uuid not null references missions (id) on delete cascade,
  position int not null,
  title text not null check (length(title) between 1 and 200),
  -- What to look at.
  look_at text not null default '' check (length(look_at) <= 1000)
);
create index test_steps_mission on test_steps (mission_id, position);

-- Those who read the results: named on the campaign, with no need of another role.
create table test_team (
  mission_id uuid not null references missions (id) on delete cascade,
  member_id uuid not null references members (id) on delete cascade,
  named_at timestamptz not null default now(),
  primary key (mission_id, member_id)
);
create index test_team_member on test_team (member_id);

-- A draft of its author until their place is returned.
create table test_answers (
  taking_id uuid not null references mission_takings (id) on delete cascade,
  step_id uuid not null references test_steps (id) on delete cascade,
  verdict text check (verdict in ('works', 'blocks', 'would_help')),
  words text not null default '' check (length(words) <= 2000),
  file_ids uuid[] not null default '{}',
  answered_at timestamptz not null default now(),
  primary key (taking_id, step_id)
);
create index test_answers_step on test_answers (step_id);

-- What the team decided, point by point, and why.
create table test_decisions (
  id uuid primary key,
  mission_id uuid not null references missions (id) on delete cascade,
  position int not null,
  point text not null check (length(point) between 1 and 300),
  outcome text not null check (outcome in ('kept', 'changed', 'not_now')),
  why text not null default '' check (length(why) <= 1000)
);
create index test_decisions_mission on test_decisions (mission_id, position);

-- The decision as it was published back.
create table test_publications (
  mission_id uuid primary key references missions (id) on delete cascade,
  words text not null default '' check (length(words) <= 1000),
  published_at timestamptz not null default now(),
  published_by uuid references members (id) on delete set null,
  post_id uuid references posts (id) on delete set null
);

-- A mission of kind 'relay': a message for one's team in three lengths, and a question to bring back.
create table relay_kits (
  mission_id uuid primary key references missions (id) on delete cascade,
  ten_seconds text not null default '' check (length(ten_seconds) <= 300),
  one_minute text not null default '' check (length(one_minute) <= 1500),
  five_minutes text not null default '' check (length(five_minutes) <= 6000),
  question text not null default '' check (length(question) <= 300),
  visual_file_id uuid references files (id) on delete set null,
  visual_alt text not null default '' check (length(visual_alt) <= 300)
);

-- Told to a team: how many people, and what they said.
create table relays (
  id uuid primary key,
  taking_id uuid not null references mission_takings (id) on delete cascade,
  people int not null check (people between 1 and 500),
  answer text not null default '' check (length(answer) <= 2000),
  relayed_at timestamptz not null default now()
);
create index relays_taking on relays (taking_id);

-- 'kept': a picture that one feature shows to the people it names, through a door of its own; never by its address.
alter table files drop constraint files_use_check;
alter table files add constraint files_use_check check (use in ('content', 'portrait', 'public', 'import', 'kept'));
