-- What the report of a month said of people and exchanges when the month had just ended: totals, kept so that those who
-- left since, and what was withdrawn since, do not change what was true then. The threshold is applied when it is read.
create table report_months (
  space_id uuid not null references spaces (id) on delete cascade,
  month date not null check (extract(day from month) = 1),
  invited int not null,
  arrived int not null,
  joined int not null,
  seats int not null check (seats >= 5),
  active int not null,
  posts int not null,
  comments int not null,
  questions int not null,
  answered int not null,
  practices int not null,
  adopted int not null,
  kept_at timestamptz not null default now(),
  primary key (space_id, month)
);
