-- What was done by one account in an event is now another's; contribution replaces this. Under the event's lock.
create function event_account_merged(p_event bigint, p_account bigint, p_into bigint)
returns void language plpgsql as $$ begin end $$;
