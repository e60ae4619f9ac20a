-- What one very large community asks for: its figures read from indexes alone, without a visit to each row.
drop index reactions_space_at;
create index reactions_space_at on reactions (space_id, at) include (member_id);
drop index comments_space_at;
create index comments_space_at on comments (space_id, created_at) include (id, author_id, withdrawn_at, hidden_at);
drop index invitations_waiting;
create index invitations_waiting on invitations (space_id, channel, invited_at, id) include (member_id) where state = 'sent';
create index members_sites on members (id) include (site) where status <> 'closed';
create index members_gone on members (id) where status = 'closed';
create index posts_accepted on posts (accepted_comment_id) where accepted_comment_id is not null;
create index posts_kudos on posts (space_id, published_at) where kind = 'kudos';
