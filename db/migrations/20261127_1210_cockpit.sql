-- "Not for us", said of a kind of gesture: it comes back later each time, and after the others. One's own.
create table cockpit_tastes (
  space_id uuid not null references spaces (id) on delete cascade,
  member_id uuid not null references members (id) on delete cascade,
  gesture text not null,
  times int not null default 1 check (times between 0 and 10),
  primary key (space_id, member_id, gesture)
);

-- Who would rather not receive the list of Monday, or the report of the month, by e-mail.
create table cockpit_refusals (
  space_id uuid not null references spaces (id) on delete cascade,
  member_id uuid not null references members (id) on delete cascade,
  mail text not null check (mail in ('week', 'report')),
  primary key (space_id, member_id, mail)
);

-- What left, once a period and person: a job that runs again sends nothing twice. Forgotten after three months.
create table cockpit_sent (
  space_id uuid not null references spaces (id) on delete cascade,
  member_id uuid not null references members (id) on delete cascade,
  mail text not null check (mail in ('week', 'report')),
  period date not null,
  primary key (space_id, member_id, mail, period)
);
create index cockpit_sent_period on cockpit_sent (period);
