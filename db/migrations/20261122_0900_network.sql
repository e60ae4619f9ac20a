-- The network, its organisations and its people.
create extension if not exists citext;
create extension if not exists unaccent;
create extension if not exists pg_trgm;

-- Names are compared without accents nor case. unaccent() is only stable because a dictionary could be replaced: ours is not.
create function plain(text) returns text language sql immutable strict parallel safe
  as $$ select lower(public.unaccent('public.unaccent'::regdictionary, $1)) $$;

create table network (
  only_one boolean primary key default true check (only_one),
  name text not null check (length(name) between 1 and 80),
  color text not null default '#14473a' check (color ~ '^#[0-9a-f]{6}$'),
  logo_file_id uuid,
  languages text[] not null default '{fr,en}',
  language text not null default 'fr' check (language in ('fr', 'en')),
  time_zone text not null default 'Europe/Paris',
  school_zones text[] not null default '{}',
  -- Figures about groups stay silent under this size; the floor is not negotiable (docs/decisions).
  threshold int not null default 10 check (threshold >= 5),
  demonstration boolean not null default false,
  created_at timestamptz not null default now()
);

create table organizations (
  id uuid primary key,
  name text not null check (length(name) between 1 and 120),
  -- People of an outside organisation see only the spaces they were invited to.
  outside boolean not null default false,
  created_at timestamptz not null default now()
);
create unique index organizations_name on organizations (lower(name));

create table members (
  id uuid primary key,
  organization_id uuid not null references organizations (id),
  standing text not null default 'member' check (standing in ('administrator', 'animator', 'member', 'guest')),
  status text not null default 'expected' check (status in ('expected', 'active', 'closed')),
  staff_number text check (staff_number <> ''),
  email citext check (email <> ''),
  given_name text not null check (length(given_name) between 1 and 80),
  family_name text not null check (length(family_name) between 1 and 80),
  phone text,
  job text not null default '',
  department text not null default '',
  site text not null default '',
  level text not null default '',
  school_zone text not null default '',
  interests text[] not null default '{}',
  manager_id uuid references members (id) on delete set null deferrable initially deferred,
  hired_on date,
  left_on date,
  language text check (language in ('fr', 'en')),
  gender text check (gender in ('feminine', 'masculine')),
  about text not null default '' check (length(about) <= 600),
  photo_file_id uuid,
  theme text not null default 'auto' check (theme in ('auto', 'light', 'dark')),
  -- The first successful sign-in, the only connection date ever kept (docs/decisions): it measures the objective.
  arrived_at timestamptz,
  created_at timestamptz not null default now(),
  closed_at timestamptz,
  search text generated always as (plain(given_name || ' ' || family_name)) stored,
  constraint members_have_a_key check (staff_number is not null or email is not null or standing = 'guest')
);
create unique index members_staff_number on members (lower(staff_number)) where staff_number is not null;
create unique index members_email on members (email) where email is not null;
create index members_search on members using gin (search gin_trgm_ops);
create index members_name on members (plain(family_name), plain(given_name), id);
create index members_organization on members (organization_id);
create index members_site on members (site);
create index members_manager on members (manager_id) where manager_id is not null;

create table audit_log (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  actor_id uuid,
  act text not null,
  subject_kind text,
  subject_id uuid,
  details jsonb not null default '{}'
);
create index audit_log_at on audit_log (at desc, id desc);
create function audit_log_is_final() returns trigger language plpgsql as $$
begin raise exception 'the audit log cannot be changed'; end $$;
create trigger audit_log_is_final before update or delete on audit_log for each row execute function audit_log_is_final();
create trigger audit_log_is_kept before truncate on audit_log execute function audit_log_is_final();

create table mails (
  id uuid primary key,
  to_address text not null,
  member_id uuid references members (id) on delete cascade,
  subject text not null,
  body_text text not null,
  body_html text not null,
  -- kept: no SMTP is configured, the administrator reads it in the outbox.
  state text not null default 'queued' check (state in ('kept', 'queued', 'sent', 'bounced', 'failed')),
  problem text,
  purpose text not null,
  about_id uuid,
  created_at timestamptz not null default now(),
  sent_at timestamptz
);
create index mails_created on mails (created_at desc, id desc);
create index mails_about on mails (about_id) where about_id is not null;
