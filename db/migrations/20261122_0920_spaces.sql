-- The one unit of access: the space. Who may read what is decided here and nowhere else.
create table spaces (
  id uuid primary key,
  kind text not null check (kind in ('community', 'group')),
  parent_id uuid references spaces (id) on delete cascade,
  openness text not null check (openness in ('open', 'closed', 'secret')),
  name text not null check (length(name) between 1 and 80),
  description text not null default '' check (length(description) <= 500),
  cover_file_id uuid,
  created_by uuid references members (id) on delete set null,
  created_at timestamptz not null default now(),
  -- Before this only its seats may read it: a community is prepared out of sight.
  published_at timestamptz,
  archived_at timestamptz,
  constraint spaces_groups_have_a_parent check ((kind = 'group') = (parent_id is not null))
);
create index spaces_parent on spaces (parent_id) where parent_id is not null;

create table seats (
  member_id uuid not null references members (id) on delete cascade,
  space_id uuid not null references spaces (id) on delete cascade,
  role text not null default 'member' check (role in ('member', 'ambassador', 'moderator', 'animator', 'lead', 'sponsor')),
  via text not null default 'hand' check (via in ('hand', 'audience', 'default', 'invitation', 'self', 'creator')),
  joined_at timestamptz not null default now(),
  primary key (member_id, space_id)
);
create index seats_space on seats (space_id, role, member_id);
create index seats_space_joined on seats (space_id, joined_at desc, member_id);

-- Per space, given under the lock of this row: the last event and the last post. Gapless, so that
-- "everything after 4711" is a complete answer and unread is a subtraction.
create table space_heads (
  space_id uuid primary key references spaces (id) on delete cascade,
  seq bigint not null default 0,
  posts int not null default 0
) with (fillfactor = 50);

create table read_marks (
  member_id uuid not null references members (id) on delete cascade,
  space_id uuid not null references spaces (id) on delete cascade,
  posts int not null default 0,
  primary key (member_id, space_id)
) with (fillfactor = 70);

create table events (
  space_id uuid not null references spaces (id) on delete cascade,
  seq bigint not null,
  kind text not null,
  actor_id uuid references members (id) on delete set null,
  payload jsonb not null default '{}',
  at timestamptz not null default now(),
  primary key (space_id, seq)
);
create index events_space_at on events (space_id, at);

create table files (
  id uuid primary key,
  owner_id uuid references members (id) on delete set null,
  -- The space whose readers may download it; null: its owner alone (a draft), or 'public_use' below.
  space_id uuid references spaces (id) on delete cascade,
  -- portrait: anyone who may see the person; public: the network's logo and published previews.
  use text not null default 'content' check (use in ('content', 'portrait', 'public', 'import')),
  name text not null,
  media_type text not null,
  bytes bigint not null,
  width int,
  height int,
  -- { "w640": { key, bytes, width, height }, … }
  variants jsonb not null default '{}',
  storage_key text not null,
  created_at timestamptz not null default now()
);
create index files_space on files (space_id) where space_id is not null;
create index files_owner on files (owner_id);
alter table members add constraint members_photo foreign key (photo_file_id) references files (id) on delete set null;
alter table network add constraint network_logo foreign key (logo_file_id) references files (id) on delete set null;
alter table spaces add constraint spaces_cover foreign key (cover_file_id) references files (id) on delete set null;
