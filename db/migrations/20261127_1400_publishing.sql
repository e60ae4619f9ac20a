-- Publishing with one's own account: a feature that has something leave by a member's account for the sake of a space
-- hears there that it left. No reader of the space does.
alter table publications add column heard_in uuid references spaces (id) on delete set null;

-- One's own publications, newest first.
create index publications_connection_made on publications (connection_id, created_at desc, id desc);
