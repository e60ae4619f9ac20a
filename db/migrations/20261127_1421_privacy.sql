-- How long the log of administration is kept, and whether those who administer need a second factor: settings of the network.
alter table network add column log_months int not null default 12 check (log_months between 6 and 12);
alter table network add column administrators_need_factor boolean not null default false;

-- The log still refuses change. Lines older than half a year go, for the job that says so, which writes in the log how many.
create or replace function audit_log_is_final() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('elan.forgetting', true) = 'on' then
    if old.at < now() - interval '6 months' then return old; end if;
  end if;
  raise exception 'the audit log cannot be changed';
end $$;

-- Whether a password was chosen as long as an administrator's has to be; null: chosen before this was noted, known at the next sign-in.
alter table credentials add column for_administrator boolean;
-- A session opened by whoever had just created the network asks for a second factor the next time only.
alter table sessions add column asks_factor boolean not null default false;
