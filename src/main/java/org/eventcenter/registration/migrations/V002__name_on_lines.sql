-- name: what the lines of this event show. Accounts are renamed, and lines may change with a number only, so the event
-- keeps its own name of the person until registration_renamed brings the new one. Null: there is no such account.
alter table registration add name text;
update registration r set name = a.name from account a where a.account_id = r.account_id;
