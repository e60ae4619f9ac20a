-- Those who match the target audience hold a seat without asking, only when the community says so.
alter table communities add column audience_seats boolean not null default false;
-- The word that came with the answer; the person who asked reads it.
alter table join_requests add column answer text not null default '' check (length(answer) <= 500);
create index join_requests_open on join_requests (space_id, asked_at, id) where state in ('asked', 'waiting');
create index communities_audience on communities (audience_id) where audience_id is not null;
create index groups_audience on groups (audience_id) where audience_id is not null;
