-- "Everything about me": one file a person, made when asked for, theirs alone, gone after a few days.
create table personal_exports (
  id uuid primary key,
  member_id uuid not null references members (id) on delete cascade,
  state text not null default 'asked' check (state in ('asked', 'making', 'ready', 'failed')),
  language text not null default 'fr' check (language in ('fr', 'en')),
  -- How far it is: parts written, parts there are.
  done int not null default 0,
  total int not null default 0,
  storage_key text,
  bytes bigint,
  -- Files that were no longer in the store.
  missing int not null default 0,
  asked_at timestamptz not null default now(),
  ready_at timestamptz,
  check ((state = 'ready') = (storage_key is not null))
);
-- The former one makes room for the next.
create unique index personal_exports_member on personal_exports (member_id);
create index personal_exports_ready on personal_exports (ready_at) where ready_at is not null;
