-- A share points to a kit and a turn to a turn of the roster; what the calendar cannot do itself is reminded at its hour
-- and said to be held by somebody.
alter table editorial_slots
  drop constraint editorial_slots_state_check,
  add constraint editorial_slots_state_check
    check (state in ('idea', 'drafted', 'ready', 'scheduled', 'published', 'held', 'dropped')),
  add column kit_id uuid references share_kits (id) on delete set null,
  add column turn_id uuid references turns (id) on delete set null,
  -- Its hour has come and its owner was reminded: once.
  add column reminded_at timestamptz;
create index editorial_slots_kit on editorial_slots (kit_id) where kit_id is not null;
create index editorial_slots_turn on editorial_slots (turn_id) where turn_id is not null;
