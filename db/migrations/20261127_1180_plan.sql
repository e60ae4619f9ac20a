-- The communication plan of a community: what is done, by whom, for whom, when, and what waits for what.
create table plan_actions (
  id uuid primary key,
  space_id uuid not null references spaces (id) on delete cascade,
  title text not null check (length(title) between 1 and 120),
  details text not null default '' check (length(details) <= 2000),
  -- Empty: the whole community.
  audience_id uuid references audiences (id) on delete set null,
  owner_id uuid references members (id) on delete set null,
  channel text not null default 'post' check (channel in
    ('post', 'event', 'newsletter', 'managers', 'intranet', 'poster', 'training', 'outside')),
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on and ends_on <= starts_on + 730),
  state text not null default 'todo' check (state in ('todo', 'doing', 'done', 'dropped')),
  -- The objective it serves.
  objective_id uuid references objectives (id) on delete set null,
  done_at timestamptz,
  -- Its owner was told once that it is late; new dates make it new.
  told_late_on date,
  created_by uuid references members (id) on delete set null,
  created_at timestamptz not null default now()
);
create index plan_actions_space on plan_actions (space_id, starts_on, id);
create index plan_actions_owner on plan_actions (owner_id) where owner_id is not null;
create index plan_actions_late on plan_actions (ends_on) where state in ('todo', 'doing') and told_late_on is null;

-- An action waits for another; never in a circle (features/plan/rules/dependencies.ts).
create table plan_needs (
  action_id uuid not null references plan_actions (id) on delete cascade,
  needs_id uuid not null references plan_actions (id) on delete cascade,
  primary key (action_id, needs_id),
  check (action_id <> needs_id)
);
create index plan_needs_needed on plan_needs (needs_id);

-- A template was applied, once for each request.
create table plan_applications (
  id uuid primary key,
  space_id uuid not null references spaces (id) on delete cascade,
  template text not null,
  starts_on date not null,
  applied_by uuid references members (id) on delete set null,
  applied_at timestamptz not null default now()
);
