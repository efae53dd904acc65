-- Whether the figures of an event can be final now: nobody edits for it any more, late edits had their time, the source
-- was read past the end, and no recount is under way. An event that was created after its end waits from its creation on.
-- In plpgsql, which looks for stream_source_now() when it runs: a hub makes the tables of the stream after these.
create or replace function event_can_finish(e event, p_grace interval) returns boolean
language plpgsql stable as $$
begin
    return e.final_at is null and e.status <> 'draft' and e.recount_wiki is null
        and clock_timestamp() >= greatest(e.ends_at, e.created_at) + p_grace
        and coalesce((select s.exact_up_to >= e.ends_at from stream_source_now() s), false);
end $$;

-- Makes the figures final if they can be: from here on the recorder's calls change nothing of the event. People can still
-- leave it, or hide. Both audiences get an entry. o_done: false when there was nothing to do.
create or replace function event_finish(p_event bigint, p_grace interval)
returns table (o_done boolean, o_org_epoch text, o_org bigint, o_pub_epoch text, o_pub bigint)
language plpgsql set lock_timeout = '2s' as $$
begin
    perform event_lock(p_event);
    update event e set final_at = clock_timestamp() where e.event_id = p_event and event_can_finish(e, p_grace);
    o_done := found;
    if o_done then
        perform feed_both(p_event, 'event', '{}');
    end if;
    return query select o_done, t.* from feed_tokens(p_event) t;
end $$;
