-- A manager without an e-mail address gets the same link on paper; an agreement may also be the signature of a letter.
alter table manager_agreements alter column manager_email drop not null;
-- What is printed, read again by those who hand it over; emptied once answered. Null: it left by e-mail.
alter table manager_agreements add column token_sealed text;
alter table manager_agreements add column letter_id uuid references mission_letters (id) on delete cascade;
alter table manager_agreements add column language text not null default 'fr' check (language in ('fr', 'en'));
create index manager_agreements_letter on manager_agreements (letter_id) where letter_id is not null;
create index ambassadors_waiting on ambassadors (programme_id, waiting_since, id) where waiting_since is not null;
create index ambassadors_paused on ambassadors (paused_until) where state = 'paused';
create index gathering_answers_member on gathering_answers (member_id);
