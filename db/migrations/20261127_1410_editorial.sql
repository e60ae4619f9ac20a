-- Photos and documents attached to the text of a slot, or to one of its versions: seen by whoever works on it, through
-- a door of its own, until a post takes them.
create table editorial_files (
  slot_id uuid not null references editorial_slots (id) on delete cascade,
  file_id uuid not null references files (id) on delete cascade,
  primary key (slot_id, file_id)
);
create index editorial_files_file on editorial_files (file_id);
