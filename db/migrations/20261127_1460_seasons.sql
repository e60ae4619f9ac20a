-- What the administration knows of a school holiday: other dates than the data has, or a period that it lacks. A period is
-- the same in both when its zone, its school year and its name are.
create table school_holiday_corrections (
  id uuid primary key,
  zone text not null check (length(zone) between 1 and 20),
  -- The calendar year that its school year begins in.
  school_year int not null check (school_year between 2000 and 2200),
  name text not null check (length(name) between 1 and 60),
  first_day date not null,
  last_day date not null check (last_day >= first_day and last_day < first_day + 70),
  -- Where these dates were read, and the day of that text.
  source text not null check (length(source) between 1 and 160),
  source_day date not null,
  created_by uuid references members (id) on delete set null,
  created_at timestamptz not null default now(),
  unique (zone, school_year, name)
);
