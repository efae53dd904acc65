-- Lock first, decide later. Whoever changes anything of an event calls this in a statement of its own; what decides
-- (capacity, duplicates, private, window) is read by a later statement, which sees all that was committed while this one
-- waited. Gives the heads of both feeds. EC404: no such event.
create or replace function event_lock(p_event bigint, out org bigint, out pub bigint)
language plpgsql as $$
begin
    if current_setting('transaction_isolation') <> 'read committed' then
        raise exception 'an event is changed in read committed only' using errcode = 'EC003';
    end if;
    select last_seq into org from feed where event_id = p_event and audience = 1 for no key update;
    if not found then
        raise exception 'no event %', p_event using errcode = 'EC404';
    end if;
    select last_seq into pub from feed where event_id = p_event and audience = 2 for no key update;
end $$;

-- Where both feeds stand: what every function that changes an event returns, so that both doorbells can ring.
create or replace function feed_tokens(p_event bigint)
returns table (o_org_epoch text, o_org bigint, o_pub_epoch text, o_pub bigint)
language sql stable as $$
    select o.epoch, o.last_seq, p.epoch, p.last_seq
    from feed o join feed p on p.event_id = o.event_id and p.audience = 2
    where o.event_id = p_event and o.audience = 1
$$;
