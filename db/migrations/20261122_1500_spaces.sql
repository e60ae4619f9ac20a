-- Nobody publishes any more in a closed community, nor in its groups; what is there stays.
alter table spaces add column read_only_at timestamptz;
update spaces s set read_only_at = now() from communities c where c.space_id = s.id and c.stage = 'closed';

-- One's own posts after the mark: they are never unread for oneself, even with older ones still to read.
alter table read_marks add column own int not null default 0;
