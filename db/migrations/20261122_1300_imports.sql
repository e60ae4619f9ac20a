-- Directory imports: what a file says is compared first, and written only once somebody has confirmed it.
create table imports (
  id uuid primary key,
  file_name text not null check (length(file_name) between 1 and 200),
  -- Where the bytes are; empty when the file was read from the command line.
  storage_key text,
  state text not null default 'reading'
    check (state in ('reading', 'columns', 'ready', 'applying', 'applied', 'failed', 'discarded')),
  -- A new mapping starts another reading: the former one, should it still run, writes nothing.
  round int not null default 1,
  -- Fields by column, as somebody chose them; null: as proposed.
  mapping jsonb,
  -- What was found: { kind, delimiter, encoding }, and [{ header, samples, field, confidence }].
  format jsonb,
  columns jsonb not null default '[]',
  -- Organisations whose people come from outside, where somebody said otherwise than proposed: { "name": true }.
  outside jsonb not null default '{}',
  counts jsonb,
  progress jsonb,
  problem text,
  created_by uuid references members (id) on delete set null,
  created_at timestamptz not null default now(),
  applied_by uuid references members (id) on delete set null,
  applied_at timestamptz,
  -- Moves while a process works on it: one that was killed is seen by its silence.
  beat_at timestamptz not null default now()
);
create index imports_created on imports (created_at desc, id desc);

-- The lines of each file, in tables of their own (see features/imports/server/staging.ts), dropped after a day.
create schema staging;
