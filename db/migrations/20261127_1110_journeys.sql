-- A signature is worth a year; a version says whether it changes the meaning, and what changed.
alter table charters
  add column material boolean not null default true,
  add column changes text not null default '' check (length(changes) <= 2000);

-- Each signature is a row of its own: renewed, withdrawn, proven.
alter table charter_signatures drop constraint charter_signatures_pkey;
alter table charter_signatures
  add column id uuid not null default gen_random_uuid() primary key,
  -- The name as it was signed.
  add column name text not null default '',
  add column withdrawn_at timestamptz,
  -- Its end was announced once.
  add column reminded_at timestamptz;
create index charter_signatures_member on charter_signatures (member_id, charter_id, signed_at desc);
create index charter_signatures_ending on charter_signatures (signed_at) where withdrawn_at is null and reminded_at is null;

-- How one takes up the role: one journey a programme.
create table journeys (
  programme_id uuid primary key references programmes (id) on delete cascade,
  created_by uuid references members (id) on delete set null,
  created_at timestamptz not null default now()
);

create table journey_steps (
  id uuid primary key,
  programme_id uuid not null references journeys (programme_id) on delete cascade,
  position int not null,
  kind text not null check (kind in ('call', 'meeting', 'read', 'sign', 'learn', 'do', 'first_contribution')),
  title text not null check (length(title) between 1 and 120),
  words text not null default '' check (length(words) <= 2000),
  -- Days after arrival in the role; null: whenever one likes.
  due_days int check (due_days between 0 and 365),
  compulsory boolean not null default true,
  minutes int check (minutes between 1 and 480),
  -- What the kind needs, checked by the contract (features/journeys/contract.ts).
  details jsonb not null default '{}',
  -- A removed step is no longer asked; what was done of it stays with its person.
  removed_at timestamptz
);
create index journey_steps_programme on journey_steps (programme_id, position);

-- Where somebody is on the way. Read by that person and the keepers alone.
create table journey_courses (
  ambassador_id uuid primary key references ambassadors (id) on delete cascade,
  begun_at timestamptz not null default now(),
  completed_at timestamptz,
  -- Reminders by e-mail too, if they chose so.
  by_mail boolean not null default false,
  last_reminded_at timestamptz
);
create table journey_progress (
  ambassador_id uuid not null references ambassadors (id) on delete cascade,
  step_id uuid not null references journey_steps (id) on delete cascade,
  done_at timestamptz,
  reminded_before_at timestamptz,
  reminded_after_at timestamptz,
  primary key (ambassador_id, step_id)
);
create index journey_progress_step on journey_progress (step_id) where done_at is not null;

-- Times that somebody who follows the programme offers for a call.
create table call_slots (
  id uuid primary key,
  programme_id uuid not null references programmes (id) on delete cascade,
  lead_id uuid not null references members (id) on delete cascade,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  place text not null default '' check (length(place) <= 300),
  ambassador_id uuid references ambassadors (id) on delete set null,
  booked_at timestamptz,
  held_at timestamptz,
  withdrawn_at timestamptz,
  created_at timestamptz not null default now()
);
create index call_slots_programme on call_slots (programme_id, starts_at);
create index call_slots_lead on call_slots (lead_id, starts_at) where withdrawn_at is null;
create unique index call_slots_one_ahead on call_slots (ambassador_id) where ambassador_id is not null and held_at is null and withdrawn_at is null;

-- Between the two of a call, nobody else.
create table call_notes (
  id uuid primary key,
  slot_id uuid not null references call_slots (id) on delete cascade,
  author_id uuid not null references members (id) on delete cascade,
  body text not null check (length(body) between 1 and 4000),
  created_at timestamptz not null default now()
);
create index call_notes_slot on call_notes (slot_id, id);

create table journey_buddies (
  ambassador_id uuid primary key references ambassadors (id) on delete cascade,
  buddy_id uuid not null references ambassadors (id) on delete cascade check (buddy_id <> ambassador_id),
  named_by uuid references members (id) on delete set null,
  named_at timestamptz not null default now()
);
create index journey_buddies_buddy on journey_buddies (buddy_id);

-- The try under way, or the one that passed; of the answers, only whether each was right, for its person alone.
create table quiz_tries (
  ambassador_id uuid not null references ambassadors (id) on delete cascade,
  step_id uuid not null references journey_steps (id) on delete cascade,
  id uuid not null unique,
  answers jsonb not null default '{}',
  passed boolean,
  at timestamptz not null default now(),
  primary key (ambassador_id, step_id)
);

-- A first contribution as it is written: its author's, and the buddy's once shared. Its id becomes the post's.
create table first_drafts (
  id uuid primary key,
  ambassador_id uuid not null unique references ambassadors (id) on delete cascade,
  theme text not null default '',
  title text not null default '' check (length(title) <= 200),
  body text not null default '' check (length(body) <= 5000),
  frame jsonb not null default '{}',
  file_id uuid references files (id) on delete set null,
  alt text not null default '' check (length(alt) <= 500),
  shared_at timestamptz,
  published_at timestamptz,
  updated_at timestamptz not null default now()
);
create table draft_words (
  id uuid primary key,
  draft_id uuid not null references first_drafts (id) on delete cascade,
  author_id uuid not null references members (id) on delete cascade,
  body text not null check (length(body) between 1 and 2000),
  at timestamptz not null default now()
);
create index draft_words_draft on draft_words (draft_id, id);
