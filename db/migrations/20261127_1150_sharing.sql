-- Speaking outside: kits of things to share, tracked short links, and what a share is worth. Who shared is known to
-- that person alone: everybody else reads the counters of share_days and click_days, which name nobody.
create table share_settings (
  programme_id uuid primary key references programmes (id) on delete cascade,
  -- Of each person, all kits together.
  per_day int not null default 1 check (per_day between 1 and 20),
  per_week int not null default 3 check (per_week between 1 and 60),
  quiet_from text not null default '19:00' check (quiet_from ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  quiet_to text not null default '08:30' check (quiet_to ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  quiet_weekends boolean not null default true,
  quiet_holidays boolean not null default true,
  currency text not null default 'EUR' check (currency ~ '^[A-Z]{3}$')
);

-- What the company would pay elsewhere: a thousand impressions, a click. No rate, no value.
create table share_rates (
  programme_id uuid not null references programmes (id) on delete cascade,
  network text not null,
  cpm numeric(10, 2) check (cpm >= 0),
  cpc numeric(10, 2) check (cpc >= 0),
  primary key (programme_id, network)
);

create table share_kits (
  id uuid primary key,
  programme_id uuid not null references programmes (id) on delete cascade,
  title text not null check (length(title) between 1 and 120),
  -- The address that the short links lead to, and nowhere else.
  url text not null check (url ~* '^https?://' and length(url) <= 2000),
  hashtags text[] not null default '{}',
  -- What those who share receive, if anything: the law then asks for a label.
  reward text not null default '' check (length(reward) <= 200),
  label text check (label in ('advertising', 'collaboration')),
  starts_on date,
  ends_on date check (ends_on >= starts_on),
  state text not null default 'draft' check (state in ('draft', 'published', 'ended')),
  created_by uuid references members (id) on delete set null,
  created_at timestamptz not null default now(),
  published_at timestamptz,
  ended_at timestamptz,
  check ((reward = '') = (label is null))
);
create index share_kits_programme on share_kits (programme_id, created_at desc);

create table share_visuals (
  kit_id uuid not null references share_kits (id) on delete cascade,
  file_id uuid not null references files (id) on delete cascade,
  alt text not null check (length(alt) between 1 and 500),
  position int not null,
  primary key (kit_id, file_id)
);

-- Several texts for the same thing: no two identical posts.
create table share_variants (
  id uuid primary key,
  kit_id uuid not null references share_kits (id) on delete cascade,
  -- 'any': for networks without a text of their own.
  network text not null,
  language text not null check (language in ('fr', 'en')),
  body text not null check (length(body) between 1 and 3000),
  position int not null,
  -- How often it was offered: the least offered comes next.
  offered int not null default 0
);
create index share_variants_kit on share_variants (kit_id);

-- One link for a kit and a network, the same for everybody: a link of one's own would follow its person.
create table share_links (
  code text primary key,
  kit_id uuid not null references share_kits (id) on delete cascade,
  network text not null,
  unique (kit_id, network)
);

-- Of the person, for the person: taken back in one gesture, with everything below that is theirs.
create table share_choices (
  programme_id uuid not null references programmes (id) on delete cascade,
  member_id uuid not null references members (id) on delete cascade,
  network text not null,
  -- Of Mastodon: where their account is.
  instance text not null default '',
  since timestamptz not null default now(),
  primary key (programme_id, member_id, network)
);
create index share_choices_member on share_choices (member_id);
create table share_offers (
  kit_id uuid not null references share_kits (id) on delete cascade,
  member_id uuid not null references members (id) on delete cascade,
  network text not null,
  language text not null,
  variant_id uuid not null references share_variants (id) on delete cascade,
  primary key (kit_id, member_id, network, language)
);
create index share_offers_member on share_offers (member_id);
create table shares (
  id uuid primary key,
  kit_id uuid not null references share_kits (id) on delete cascade,
  member_id uuid not null references members (id) on delete cascade,
  network text not null,
  -- Counted among their contributions, because they asked for it.
  counted boolean not null default false,
  shared_at timestamptz not null default now()
);
create index shares_member on shares (member_id, shared_at desc);
create index shares_kit on shares (kit_id, member_id);

-- A keyed mark of each text already shared, of nobody: enough to say "these very words are out already".
create table share_words (
  kit_id uuid not null references share_kits (id) on delete cascade,
  mark bytea not null,
  primary key (kit_id, mark)
);

-- Shares told by those who made them, by day; `people` counts those for whom it was the first of the kit there. The
-- network 'all' counts each person once for the kit. Nobody is in it, and a withdrawal leaves no trace in it.
create table share_days (
  kit_id uuid not null references share_kits (id) on delete cascade,
  network text not null,
  day date not null,
  shares int not null default 0,
  people int not null default 0,
  primary key (kit_id, network, day)
) with (fillfactor = 70);

-- Clicks by day and link. A mark says that some browser came, not whose: it is made with a salt that is thrown away,
-- with the marks, once the day is over.
create table click_salts (
  day date primary key,
  salt bytea not null
);
create table click_marks (
  day date not null,
  code text not null references share_links (code) on delete cascade,
  mark bytea not null,
  primary key (day, code, mark)
);
create table click_days (
  code text not null references share_links (code) on delete cascade,
  day date not null,
  -- Each browser once a day.
  visitors int not null default 0,
  -- Every time.
  clicks int not null default 0,
  primary key (code, day)
) with (fillfactor = 70);
