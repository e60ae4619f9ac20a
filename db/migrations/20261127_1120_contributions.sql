-- What ambassadors do, followed with kindness: what counts, the ledger its person reads first, proposals that people make.

-- What counts in a programme, where it chose otherwise than features/contributions/rules/kinds.ts.
create table contribution_weights (
  programme_id uuid not null references programmes (id) on delete cascade,
  kind text not null,
  weight numeric(3, 1) not null check (weight between 0 and 10),
  counted boolean not null,
  primary key (programme_id, kind)
);

-- How long a programme keeps what it follows; without a row, the months below.
create table follow_up_settings (
  programme_id uuid primary key references programmes (id) on delete cascade,
  ledger_months int not null default 12 check (ledger_months between 3 and 24),
  -- After the person has left the role.
  proposal_months int not null default 6 check (proposal_months between 1 and 24)
);

create table contributions (
  id uuid primary key,
  ambassador_id uuid not null references ambassadors (id) on delete cascade,
  kind text not null,
  at timestamptz not null,
  -- As announced on the day it was done: later changes of the table touch nothing done before.
  weight numeric(3, 1) not null,
  -- What proves it ('post', 'comment', 'declaration', 'mission'…): undone with it.
  source_kind text not null,
  source_id uuid not null,
  -- Counted once for this thing: a question, a practice, a newcomer…
  about_id uuid not null,
  -- waiting, declined: a peer is asked. left_out: its person does not want it counted.
  state text not null default 'counted' check (state in ('counted', 'waiting', 'declined', 'left_out')),
  noted_at timestamptz not null default now(),
  unique (ambassador_id, kind, about_id)
);
create index contributions_ambassador on contributions (ambassador_id, at desc, id desc);
create index contributions_source on contributions (source_id, kind);
create index contributions_at on contributions (at);

-- What happened outside Élan, in its person's words, and the peer they asked.
create table declarations (
  contribution_id uuid primary key references contributions (id) on delete cascade,
  what text not null check (what in ('demo', 'workshop', 'help', 'talk', 'training', 'other')),
  words text not null default '' check (length(words) <= 500),
  people int check (people between 1 and 5000),
  peer_id uuid references members (id) on delete set null,
  answered_at timestamptz,
  peer_words text not null default '' check (length(peer_words) <= 500)
);
create index declarations_peer on declarations (peer_id) where peer_id is not null and answered_at is null;

-- What its person decided about the follow-up itself.
create table follow_up_choices (
  ambassador_id uuid primary key references ambassadors (id) on delete cascade,
  -- Speaking outside counts only for those who want it to.
  count_sharing boolean not null default false,
  -- Objected to the follow-up: no state is worked out and nothing is proposed until they come back on it.
  objected_at timestamptz,
  objection text not null default '' check (length(objection) <= 1000)
);

-- A human proposes, a human answers, a human acts: nothing here happens by itself but the leaving of a message that was sent.
create table proposals (
  id uuid primary key,
  ambassador_id uuid not null references ambassadors (id) on delete cascade,
  kind text not null check (kind in ('nudge', 'talk', 'pause', 'lighter', 'hand_over', 'thanks')),
  -- planned: leaves the next working morning, and may be recalled; its person does not know of it yet.
  stage text not null check (stage in ('planned', 'sent', 'answered', 'settled', 'postponed', 'set_aside')),
  -- The reason as it was that day: { state, code, done, usual, agreed, since }.
  reason jsonb not null,
  message text not null default '' check (length(message) <= 4000),
  -- What is proposed: { ideas, slots, until, contributionsPerMonth, hoursPerMonth, successorId }.
  terms jsonb not null default '{}',
  by_id uuid references members (id) on delete set null,
  made_at timestamptz not null default now(),
  leaves_at timestamptz,
  sent_at timestamptz,
  -- Postponed until, and why; its person reads it.
  until date,
  note text not null default '' check (length(note) <= 500),
  answer text check (answer in ('yes', 'pause', 'talk', 'lighter', 'later', 'stop')),
  answer_words text not null default '' check (length(answer_words) <= 1000),
  slot timestamptz,
  wall boolean,
  answered_at timestamptz,
  outcome text check (outcome in ('done', 'otherwise')),
  settled_at timestamptz,
  settled_by uuid references members (id) on delete set null
);
create index proposals_ambassador on proposals (ambassador_id, made_at desc, id desc);
-- One conversation at a time.
create unique index proposals_one_open on proposals (ambassador_id) where stage in ('planned', 'sent', 'answered');
