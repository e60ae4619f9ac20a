-- Calls and their notes belong to the file of an ambassador: once it is forgotten, they go with it.
alter table call_slots
  drop constraint call_slots_ambassador_id_fkey,
  add constraint call_slots_ambassador_id_fkey foreign key (ambassador_id) references ambassadors (id) on delete cascade;
