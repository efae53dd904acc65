-- The two feeds of a new event.
create or replace function feed_open(p_event bigint) returns void
language sql as $$
    insert into feed (event_id, audience) values (p_event, 1), (p_event, 2)
$$;

-- One entry to each audience, for what concerns both. Under the event's lock.
create or replace function feed_both(p_event bigint, p_kind text, p_body jsonb) returns void
language sql as $$
    with moved as (
        update feed set last_seq = last_seq + 1 where event_id = p_event returning audience, last_seq)
    insert into feed_entry (event_id, audience, seq, kind, body)
    select p_event, audience, last_seq, p_kind, p_body from moved
$$;

-- The heads of many feeds in one query; feeds that do not exist are left out.
create or replace function feed_heads(p_event bigint[], p_audience smallint[])
returns table (event_id bigint, audience smallint, epoch text, last_seq bigint, withdrawn_seq bigint)
language sql stable as $$
    select f.event_id, f.audience, f.epoch, f.last_seq, f.withdrawn_seq
    from unnest(p_event, p_audience) asked (event_id, audience)
    join feed f on f.event_id = asked.event_id and f.audience = asked.audience
$$;
