-- Outside accounts: of a company, held by a community; or of a member, who connected it for themselves.
create table connections (
  id uuid primary key,
  space_id uuid references spaces (id) on delete cascade,
  member_id uuid references members (id) on delete cascade,
  network text not null check (network in ('mastodon', 'bluesky', 'linkedin', 'facebook', 'instagram', 'x')),
  -- assisted: nothing is connected, the text is copied by hand and the address of the post pasted back.
  mode text not null check (mode in ('api', 'assisted')),
  name text not null check (length(name) between 1 and 120),
  account_url text not null default '' check (length(account_url) <= 500),
  -- The instance of Mastodon, the home of a Bluesky account; '' where there is only one.
  server text not null default '',
  -- Who writes, for the network: a DID, a URN, an account number.
  external_id text not null default '',
  -- How long a text may be here; null: as the network usually has it.
  text_limit int check (text_limit > 0),
  -- Sealed with the key of the server; no endpoint ever reads them out.
  tokens_sealed text,
  expires_at timestamptz,
  state text not null default 'open' check (state in ('open', 'expired', 'closed')),
  -- The days before the end at which those responsible were told.
  reminded int[] not null default '{}',
  connected_by uuid references members (id) on delete set null,
  connected_at timestamptz not null default now(),
  check ((space_id is null) <> (member_id is null)),
  check (mode = 'assisted' or tokens_sealed is not null or state = 'closed')
);
create index connections_space on connections (space_id) where space_id is not null;
create index connections_member on connections (member_id) where member_id is not null;
create index connections_ending on connections (expires_at) where expires_at is not null and state = 'open';

-- A connection under way: the person is at the network, saying yes.
create table connection_beginnings (
  state_hash bytea primary key,
  connection_id uuid not null,
  space_id uuid references spaces (id) on delete cascade,
  member_id uuid not null references members (id) on delete cascade,
  network text not null,
  server text not null default '',
  organization text not null default '',
  -- Where the person was, to bring them back.
  path text not null,
  begun_at timestamptz not null default now()
);

-- What each instance of Mastodon gave when we introduced ourselves.
create table network_apps (
  server text not null,
  redirect_uri text not null,
  client_sealed text not null,
  made_at timestamptz not null default now(),
  primary key (server, redirect_uri)
);

-- What leaves, or left, for a network. Its id is the key under which it is sent, once.
create table publications (
  id uuid primary key,
  connection_id uuid not null references connections (id) on delete cascade,
  author_id uuid references members (id) on delete set null,
  text text not null check (length(text) between 1 and 5000),
  link text not null default '' check (length(link) <= 1000),
  link_title text not null default '' check (length(link_title) <= 300),
  link_description text not null default '' check (length(link_description) <= 500),
  file_id uuid references files (id) on delete set null,
  alt text not null default '' check (length(alt) <= 1500),
  language text not null default 'fr' check (language in ('fr', 'en')),
  publish_at timestamptz not null,
  -- Later than this it no longer leaves.
  not_after timestamptz,
  -- Where its author is told of it.
  path text not null,
  state text not null default 'queued'
    check (state in ('queued', 'held', 'sent', 'failed', 'cancelled', 'removed')),
  tries int not null default 0,
  -- Set before the network is spoken to: found set, we look there before we repeat.
  tried_at timestamptz,
  retry_at timestamptz,
  problem text,
  problem_values jsonb not null default '{}',
  external_id text,
  url text,
  sent_at timestamptz,
  -- Asked to be taken down at the network.
  remove_asked_at timestamptz,
  removed_at timestamptz,
  likes int,
  reposts int,
  replies int,
  clicks int,
  views int,
  counted_at timestamptz,
  created_at timestamptz not null default now(),
  check ((state in ('sent', 'removed')) = (external_id is not null))
);
create index publications_connection on publications (connection_id, publish_at);
create index publications_author on publications (author_id, created_at desc);
create index publications_counted on publications (sent_at) where state = 'sent';
