-- How many held a seat at the end of that week: a community that grows does more without being livelier.
alter table activity_weeks add column members int not null default 0;
-- Counted again from the beginning.
delete from activity_weeks;
delete from activity_counts;
