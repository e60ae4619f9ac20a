-- The curves of objectives, counted once a day: what was true at the end of `until`. Numbers about groups, nobody in it.
-- `people` says how many it is about; the days and sites are kept for those of very many people only.
create table curve_counts (
  objective_id uuid primary key references objectives (id) on delete cascade,
  -- What was counted: other dates, another measure, another clock, and it is counted again.
  measure text not null,
  starts_on date not null,
  time_zone text not null,
  until date not null,
  people int not null,
  kept boolean not null,
  counted_at timestamptz not null default now()
);
create table curve_days (
  objective_id uuid not null references curve_counts (objective_id) on delete cascade,
  what text not null check (what in ('invited', 'arrived', 'active', 'published')),
  day date not null,
  people int not null check (people > 0),
  primary key (objective_id, what, day)
);
create table curve_sites (
  objective_id uuid not null references curve_counts (objective_id) on delete cascade,
  site text not null,
  reached int not null,
  people int not null,
  primary key (objective_id, site)
);

-- What each objective said at the end of each day, never rewritten: an objective that was changed or given up since
-- keeps its past, so it is known by its id alone. A handful of people leaves no row.
create table objective_days (
  objective_id uuid not null,
  space_id uuid not null references spaces (id) on delete cascade,
  day date not null,
  measure text not null check (measure in ('arrived', 'active', 'creators')),
  target numeric(5, 4) not null,
  starts_on date not null,
  deadline date not null,
  reached int not null check (reached >= 0),
  people int not null check (people >= 5),
  -- People at the deadline if nothing changed, not rounded; null when it was too early to say, or over.
  projected numeric,
  recorded_at timestamptz not null default now(),
  primary key (objective_id, day)
);
create index objective_days_space on objective_days (space_id, day);

-- Those who came or acted since the last count are found by their person, or by the day they came.
create index members_arrived on members (arrived_at) where arrived_at is not null;
create index invitations_space_invited on invitations (space_id, invited_at) include (member_id) where state <> 'withdrawn';
create index adoptions_member on adoptions (member_id);
create index adoptions_at on adoptions (adopted_at);
create index poll_ballots_member on poll_ballots (member_id);

-- The ledger of those who serve, read for the state of each without a visit to every line.
create index contributions_counted on contributions (ambassador_id, at) include (weight) where state = 'counted';
