-- The fact `reverted` (true or false) of revisions that the index holds for this event. It was committed as a mark before
-- (contribution_mark), so a row that is not here yet finds it at its insert. The newest as_of wins, of two
-- at the same moment the one that was told later. Nothing changes once the event is cancelled or final. EC001: lease lost.
create or replace function contribution_fact(
    p_epoch bigint, p_event bigint, p_wiki text[], p_rev bigint[], p_value boolean[], p_as_of timestamptz[])
returns table (o_changed int, o_org_epoch text, o_org bigint, o_pub_epoch text, o_pub bigint)
language plpgsql
set lock_timeout = '2s' set plan_cache_mode = force_generic_plan
set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off set enable_bitmapscan = off as $$
declare
    v_event  event%rowtype;
    v_change counting_change;
begin
    perform lease_check('stream', p_epoch);
    perform event_lock(p_event);
    select * into v_event from event where event_id = p_event;
    if v_event.final_at is not null or v_event.status = 'cancelled' then
        return query select 0, t.* from feed_tokens(p_event) t;
        return;
    end if;
    with told as materialized (
        select distinct on (wiki, rev) *
        from unnest(p_wiki, p_rev, p_value, p_as_of) with ordinality a (wiki, rev, value, as_of, place)
        order by wiki, rev, as_of desc, place desc
    ),
    decided as materialized (
        select c.x as old, t.value, t.as_of, r.private,
            contribution_why_not(r.status, (c.x).rev_at, v_event.starts_at, v_event.ends_at, (c.x).namespace,
                w.namespaces, (c.x).bot, (c.x).kind, (c.x).redirect, (c.x).unchanged, t.value, (c.x).scope_ok) as reason
        from told t
        join lateral (
            select x from contribution x where x.event_id = p_event and x.wiki = t.wiki and x.rev_id = t.rev limit 1) c
            on true
        join lateral (
            select status, private from registration x
            where x.event_id = p_event and x.account_id = (c.x).account_id limit 1) r on true
        left join lateral (
            select namespaces from event_wiki x where x.event_id = p_event and x.wiki = t.wiki limit 1) w on true
        where (c.x).reverted_as_of is null or (c.x).reverted_as_of <= t.as_of
    ),
    updated as (
        update contribution c
        set reverted = d.value, reverted_as_of = d.as_of,
            counts = d.reason is null, reason = d.reason, counts_public = d.reason is null and not d.private
        from decided d
        where c.event_id = p_event and c.wiki = (d.old).wiki and c.rev_id = (d.old).rev_id
        returning d.old as old, c as new
    )
    select
        array_agg(contribution_step(old, -1)) || array_agg(contribution_step(new, 1)),
        array_agg((new).org_seq),
        array_agg((new).pub_seq) filter (where (new).pub_seq is not null),
        bool_or((new).pub_seq is null and ((old).counts_public or (new).counts_public))
    into v_change
    from updated
    where (old).reason is distinct from (new).reason or (old).counts_public <> (new).counts_public;
    perform contribution_correct(p_event, v_change);
    return query
    select coalesce(cardinality(v_change.org_lines), 0), t.* from feed_tokens(p_event) t;
end $$;
