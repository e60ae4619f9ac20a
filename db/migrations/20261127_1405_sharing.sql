-- What members published for themselves, from kits of things to share: each belongs to its person, and counts among the
-- shares of the kit once it has left.
create table share_publications (
  id uuid primary key references publications (id) on delete cascade,
  kit_id uuid not null references share_kits (id) on delete cascade,
  member_id uuid not null references members (id) on delete cascade,
  network text not null,
  -- Counted among their contributions once it has left, because they asked for it.
  counted boolean not null default false,
  made_at timestamptz not null default now()
);
create index share_publications_member on share_publications (member_id, made_at desc);
create index share_publications_kit on share_publications (kit_id);
