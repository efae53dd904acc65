-- Why nobody can join an event by themselves now; null: they can (unless it is full). Time is the database's, after the
-- lock.
create or replace function registration_closed(p_event bigint) returns text
language plpgsql as $$
begin
    return (select case
        when e.status = 'cancelled' then 'cancelled'
        when e.status <> 'published' or clock_timestamp() < e.opens_at then 'not_yet_open'
        when clock_timestamp() >= e.ends_at then 'ended'
        when clock_timestamp() >= e.closes_at then 'closed'
        end
    from event e
    where e.event_id = p_event);
end $$;
