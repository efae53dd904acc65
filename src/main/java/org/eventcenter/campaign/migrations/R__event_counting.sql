-- What decides which edits count. Each of these begins a recount of the rows that are stored: it is done in chunks
-- afterwards (contribution), because a large transaction under the event's lock stops the desk. recount_version names
-- the newest recount, and the key before the first row says that nothing of it is done.
create or replace function event_window(p_event bigint, p_starts timestamptz, p_ends timestamptz)
returns table (o_org_epoch text, o_org bigint, o_pub_epoch text, o_pub bigint)
language plpgsql set lock_timeout = '2s' as $$
begin
    perform event_lock(p_event);
    update event
    set starts_at = p_starts, ends_at = p_ends,
        recount_version = recount_version + 1, recount_wiki = '', recount_rev = 0
    where event_id = p_event;
    perform feed_both(p_event, 'event', '{}');
    return query select t.* from feed_tokens(p_event) t;
end $$;

-- A wiki of the event and its namespaces; null: the wiki is no longer in the event.
create or replace function event_namespaces(p_event bigint, p_wiki text, p_namespaces int[])
returns table (o_org_epoch text, o_org bigint, o_pub_epoch text, o_pub bigint)
language plpgsql set lock_timeout = '2s' as $$
begin
    perform event_lock(p_event);
    delete from event_wiki where event_id = p_event and wiki = p_wiki;
    insert into event_wiki (event_id, wiki, namespaces)
    select p_event, p_wiki, p_namespaces where p_namespaces is not null;
    update event set recount_version = recount_version + 1, recount_wiki = '', recount_rev = 0
    where event_id = p_event;
    return query select t.* from feed_tokens(p_event) t;
end $$;

-- A new scope policy: calls with verdicts of the old one are answered EC002 from now on.
create or replace function event_scope(p_event bigint)
returns int
language plpgsql set lock_timeout = '2s' as $$
declare
    v_version int;
begin
    perform event_lock(p_event);
    update event
    set scope_version = scope_version + 1, recount_version = recount_version + 1, recount_wiki = '', recount_rev = 0
    where event_id = p_event
    returning scope_version into v_version;
    return v_version;
end $$;
