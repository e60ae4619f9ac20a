-- What it was about, in the words of that day, where its proof belongs to a later feature: a mission, a test.
alter table contributions
  add column title text not null default '' check (length(title) <= 200),
  add column path text check (path like '/%');
update contributions c set title = m.title, path = '/missions/' || m.id
from missions m where c.source_kind = 'mission' and m.id = c.source_id;
