-- How people come in: passwords, passkeys, second factor, sessions.
create table credentials (
  member_id uuid primary key references members (id) on delete cascade,
  password_hash text not null,
  changed_at timestamptz not null default now()
);

create table passkeys (
  id uuid primary key,
  member_id uuid not null references members (id) on delete cascade,
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null default 0,
  transports text[] not null default '{}',
  name text not null,
  created_at timestamptz not null default now()
);
create index passkeys_member on passkeys (member_id);

create table second_factors (
  member_id uuid primary key references members (id) on delete cascade,
  secret_sealed text not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0,
  recovery_hashes text[] not null default '{}'
);

create table sessions (
  id uuid primary key,
  member_id uuid not null references members (id) on delete cascade,
  token_hash bytea not null unique,
  device text not null default '',
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index sessions_member on sessions (member_id);
create index sessions_expiry on sessions (expires_at);

-- A ceremony in two steps (passkey, second factor): short-lived, used once.
create table challenges (
  id uuid primary key,
  member_id uuid references members (id) on delete cascade,
  purpose text not null,
  value text not null,
  expires_at timestamptz not null
);

create table password_resets (
  id uuid primary key,
  member_id uuid not null references members (id) on delete cascade,
  code_hash bytea not null unique,
  expires_at timestamptz not null,
  used_at timestamptz
);

-- Counts wrong guesses; the key is a keyed hash, no person can be read from it.
create table guesses (
  key_hash bytea primary key,
  wrong int not null default 0,
  until timestamptz not null
);
