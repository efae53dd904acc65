-- The fact `reverted` (true or false) of revisions that the index holds for this event. It was committed as a mark before
-- (contribution_mark), so a row that is not here yet finds it at its insert. The newest as_of wins. EC001: lease lost.
create or replace function contribution_fact(
    p_epoch bigint, p_event bigint, p_wiki text[], p_rev bigint[], p_value boolean[], p_as_of timestamptz[])
returns table (o_changed int, o_org_epoch text, o_org bigint, o_pub_epoch text, o_pub bigint)
language plpgsql set lock_timeout = '2s' as $$
declare
    v_head  record;
    v_event event%rowtype;
    v_old   contribution[];
    v_new   contribution[];
    v_next  record;
begin
    perform lease_check('stream', p_epoch);
    v_head := event_lock(p_event);
    select * into v_event from event where event_id = p_event;
    with told as materialized (
        select distinct on (wiki, rev) *
        from unnest(p_wiki, p_rev, p_value, p_as_of) a (wiki, rev, value, as_of)
        order by wiki, rev, as_of desc
    ),
    decided as materialized (
        select c.x as old, t.value, t.as_of, r.private,
            contribution_reason(r.status, (c.x).rev_at, v_event.starts_at, v_event.ends_at, (c.x).namespace,
                w.namespaces, (c.x).bot, (c.x).kind, t.value, (c.x).scope_ok) as reason
        from told t
        join lateral (
            select x from contribution x where x.event_id = p_event and x.wiki = t.wiki and x.rev_id = t.rev limit 1) c
            on true
        join registration r on r.event_id = p_event and r.account_id = (c.x).account_id
        left join event_wiki w on w.event_id = p_event and w.wiki = t.wiki
        where (c.x).reverted_as_of is null or (c.x).reverted_as_of < t.as_of
    ),
    updated as (
        update contribution c
        set reverted = d.value, reverted_as_of = d.as_of,
            counts = d.reason is null, reason = d.reason, counts_public = d.reason is null and not d.private
        from decided d
        where c.event_id = p_event and c.wiki = (d.old).wiki and c.rev_id = (d.old).rev_id
        returning d.old as old, c as new
    )
    select array_agg(old), array_agg(new) into v_old, v_new
    from updated
    where ((old).counts, (old).reason, (old).counts_public)
        is distinct from ((new).counts, (new).reason, (new).counts_public);
    v_next := contribution_corrected(p_event, v_old, v_new, v_head.org, v_head.pub);
    if v_next.org > v_head.org then
        perform contribution_move(p_event, v_old, v_new, v_next.org, v_next.pub);
    end if;
    return query select coalesce(cardinality(v_new), 0), t.* from feed_tokens(p_event) t;
end $$;
