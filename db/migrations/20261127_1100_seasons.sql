-- The company's own days: closing weeks, inventories.
create table blocked_days (
  id uuid primary key,
  label text not null check (length(label) between 1 and 80),
  kind text not null check (kind in ('closed', 'busy')),
  -- '' is everywhere.
  site text not null default '' check (length(site) <= 120),
  first_day date not null,
  last_day date not null check (last_day >= first_day and last_day <= first_day + 366),
  created_by uuid references members (id) on delete set null,
  created_at timestamptz not null default now()
);
create index blocked_days_last on blocked_days (last_day);

-- Regions with public holidays of their own, for one site or ('') for all.
create table season_regions (
  region text not null check (region in
    ('alsace_moselle', 'guadeloupe', 'guyane', 'martinique', 'mayotte', 'reunion', 'saint_barthelemy', 'saint_martin')),
  site text not null default '' check (length(site) <= 120),
  primary key (region, site)
);

-- What a community does in a week, as two numbers: acts, and how many people made them (under the threshold the week is
-- silent). Nothing here says who. Counted once a day by a job, so that pages and the cockpit cost little.
create table activity_weeks (
  space_id uuid not null references spaces (id) on delete cascade,
  -- Its Monday, where the network lives.
  week date not null check (extract(isodow from week) = 1),
  acts int not null,
  people int not null,
  primary key (space_id, week)
);
-- Where its members are: the holidays that count for it, and for how many.
create table activity_places (
  space_id uuid not null references spaces (id) on delete cascade,
  zone text not null,
  site text not null,
  members int not null,
  primary key (space_id, zone, site)
);
create table activity_counts (
  space_id uuid primary key references spaces (id) on delete cascade,
  counted_on date not null
);
