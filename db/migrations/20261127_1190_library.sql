-- The good practices library: a practice is a post; here is what helps to find it again and to compare.
create table library_themes (
  id uuid primary key,
  space_id uuid not null references spaces (id) on delete cascade,
  name text not null check (length(name) between 1 and 40),
  created_at timestamptz not null default now()
);
create unique index library_themes_name on library_themes (space_id, plain(name));

-- What its author or a moderator adds to a practice: whom it is for, and what it changed where it was found.
create table library_cards (
  post_id uuid primary key references posts (id) on delete cascade,
  jobs text[] not null default '{}',
  before_words text not null default '' check (length(before_words) <= 200),
  after_words text not null default '' check (length(after_words) <= 200),
  updated_at timestamptz not null default now()
);
create table library_card_themes (
  post_id uuid not null references posts (id) on delete cascade,
  theme_id uuid not null references library_themes (id) on delete cascade,
  primary key (post_id, theme_id)
);
create index library_card_themes_theme on library_card_themes (theme_id);

-- "I did it too", and what it changed for me: told by that person, read by those who read the practice.
create table library_results (
  post_id uuid not null references posts (id) on delete cascade,
  member_id uuid not null references members (id) on delete cascade,
  before_words text not null default '' check (length(before_words) <= 200),
  after_words text not null default '' check (length(after_words) <= 200),
  words text not null default '' check (length(words) <= 600),
  told_at timestamptz not null default now(),
  primary key (post_id, member_id),
  check (before_words <> '' or after_words <> '' or words <> '')
);
create index library_results_told on library_results (post_id, told_at desc, member_id desc);
