-- The eighteen practices: what a community chose for each, and what each was, week after week.
create table practice_choices (
  space_id uuid not null references spaces (id) on delete cascade,
  code text not null check (code ~ '^[ab][1-9]$'),
  -- Left aside by choice, with a reason that everybody who sees the practices reads.
  off_reason text check (length(off_reason) between 1 and 500),
  -- Limits of its own: { name: number }, see features/practices/rules.
  limits jsonb not null default '{}',
  set_by uuid references members (id) on delete set null,
  set_at timestamptz not null default now(),
  primary key (space_id, code)
);

-- One row a week: the last state of that week. No person in it.
create table practice_weeks (
  space_id uuid not null references spaces (id) on delete cascade,
  code text not null check (code ~ '^[ab][1-9]$'),
  week date not null,
  state text not null check (state in ('off', 'not_started', 'in_progress', 'alive', 'slipping')),
  primary key (space_id, code, week)
);
