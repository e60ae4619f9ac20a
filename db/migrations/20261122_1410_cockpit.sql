-- Who was welcomed in a community, so that nobody is twice and nobody is forgotten. Kept a month.
create table welcomes (
  space_id uuid not null references spaces (id) on delete cascade,
  member_id uuid not null references members (id) on delete cascade,
  welcomed_by uuid references members (id) on delete set null,
  -- The request that did it, also the id of its post; null when somebody named them of their own accord.
  welcome_id uuid,
  at timestamptz not null default now(),
  primary key (space_id, member_id)
);
create index welcomes_at on welcomes (at);
create index welcomes_request on welcomes (welcome_id) where welcome_id is not null;

-- A gesture that somebody who animates put aside for a while, done or not for them.
create table cockpit_choices (
  space_id uuid not null references spaces (id) on delete cascade,
  member_id uuid not null references members (id) on delete cascade,
  gesture text not null,
  until timestamptz not null,
  primary key (space_id, member_id, gesture)
);

-- Invitations that ask for something, among hundreds of thousands that do not.
create index invitations_bounced on invitations (space_id, invited_at) where state = 'bounced';
create index invitations_waiting on invitations (space_id, channel, invited_at) where state = 'sent';
