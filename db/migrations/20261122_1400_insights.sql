-- Visits are counted by day and community. A mark says that somebody opened it, not who: it is made with a salt that
-- is thrown away, with the marks, once the day is over. Only the number of each day stays.
create table visit_salts (
  day date primary key,
  salt bytea not null
);
create table visit_marks (
  day date not null,
  space_id uuid not null references spaces (id) on delete cascade,
  mark bytea not null,
  primary key (day, space_id, mark)
);
create table visit_days (
  space_id uuid not null references spaces (id) on delete cascade,
  day date not null,
  visitors int not null check (visitors > 0),
  primary key (space_id, day)
) with (fillfactor = 70);
