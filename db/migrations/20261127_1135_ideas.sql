-- The backlog of a programme: ideas, what became of each and why, and rounds of scarce votes.
create table ideas (
  id uuid primary key,
  programme_id uuid not null references programmes (id) on delete cascade,
  -- The post it was born from: it stays where it is, and its words are read there.
  post_id uuid references posts (id) on delete set null,
  author_id uuid references members (id) on delete set null,
  title text not null check (length(title) between 1 and 120),
  words text not null default '' check (length(words) <= 4000),
  -- What it would change.
  change text not null default '' check (length(change) <= 1000),
  status text not null default 'new' check (status in
    ('new', 'considered', 'planned', 'building', 'shipped', 'not_now', 'declined', 'merged')),
  status_at timestamptz not null default now(),
  merged_into uuid references ideas (id) on delete set null,
  -- By the project team, together.
  effort smallint check (effort between 1 and 5),
  value smallint check (value between 1 and 5),
  rating_words text not null default '' check (length(rating_words) <= 500),
  rated_by uuid references members (id) on delete set null,
  rated_at timestamptz,
  -- The kudos of those who had it, once somebody drafted it.
  thanks_post_id uuid,
  created_by uuid references members (id) on delete set null,
  created_at timestamptz not null default now(),
  unique (programme_id, post_id),
  check ((effort is null) = (value is null))
);
create index ideas_programme on ideas (programme_id, status);
create index ideas_merged on ideas (merged_into) where merged_into is not null;

-- What became of an idea, each time with who and why: read by all who read the backlog.
create table idea_steps (
  id bigint generated always as identity primary key,
  idea_id uuid not null references ideas (id) on delete cascade,
  from_status text not null,
  to_status text not null,
  at timestamptz not null default now(),
  by_id uuid references members (id) on delete set null,
  why text not null check (length(why) between 1 and 1000)
);
create index idea_steps_idea on idea_steps (idea_id, id);

-- Those who say what an idea asks and brings.
create table idea_team (
  programme_id uuid not null references programmes (id) on delete cascade,
  member_id uuid not null references members (id) on delete cascade,
  named_at timestamptz not null default now(),
  primary key (programme_id, member_id)
);

create table idea_rounds (
  id uuid primary key,
  programme_id uuid not null references programmes (id) on delete cascade,
  name text not null check (length(name) between 1 and 80),
  state text not null default 'draft' check (state in ('draft', 'open', 'closed')),
  -- It closes that day at six in the evening, by the clock of the network.
  closes_on date not null,
  votes_each smallint not null default 5 check (votes_each between 1 and 20),
  most_on_one smallint not null default 3 check (most_on_one between 1 and 20),
  -- Totals are kept back while it is open, unless the round says otherwise.
  shows_totals boolean not null default false,
  opened_at timestamptz,
  closed_at timestamptz,
  -- Once closed: how many voted, null under the threshold of the network.
  voters int,
  created_by uuid references members (id) on delete set null,
  created_at timestamptz not null default now(),
  check (most_on_one <= votes_each)
);
create unique index idea_rounds_open on idea_rounds (programme_id) where state = 'open';
create index idea_rounds_programme on idea_rounds (programme_id, created_at);

create table idea_round_ideas (
  round_id uuid not null references idea_rounds (id) on delete cascade,
  idea_id uuid not null references ideas (id) on delete cascade,
  proposed_at timestamptz not null default now(),
  -- Left while it was open (shipped, declined, merged): its votes went back to those who gave them.
  left_at timestamptz,
  -- Once the round is closed; null under the threshold of the network.
  votes int,
  primary key (round_id, idea_id)
);
create index idea_round_ideas_idea on idea_round_ideas (idea_id);

-- One line for each who votes: locked while their votes move.
create table idea_ballots (
  round_id uuid not null references idea_rounds (id) on delete cascade,
  member_id uuid not null references members (id) on delete cascade,
  primary key (round_id, member_id)
);

-- Read by whoever gave them, and by nobody else; gone when the round closes, only totals stay.
create table idea_votes (
  round_id uuid not null,
  member_id uuid not null,
  idea_id uuid not null,
  votes smallint not null check (votes > 0),
  primary key (round_id, member_id, idea_id),
  foreign key (round_id, member_id) references idea_ballots (round_id, member_id) on delete cascade,
  foreign key (round_id, idea_id) references idea_round_ideas (round_id, idea_id) on delete cascade
);
create index idea_votes_idea on idea_votes (round_id, idea_id);
