-- Counts stored rows anew: those of some accounts, or of some keys (then with new verdicts of the policy, or null). Who is
-- not in and public loses the lines, and so do lines of a public reference that was given up. One `recounted` to each audience whose rows changed, even when the totals stand
-- still. Old and new rows come from one update: joining them afterwards took minutes for 10^5 rows. Under the event's
-- lock. Gives how many rows changed.
create or replace function contribution_recount(
    p_event bigint, p_account bigint[], p_wiki text[], p_rev bigint[], p_scope_ok boolean[])
returns int
language plpgsql
set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off set enable_bitmapscan = off as $$
declare
    v_head      record;
    v_event     event%rowtype;
    v_steps     counting_step[];
    v_changed   int;
    v_org_moved int;
    v_pub_moved int;
begin
    v_head := event_lock(p_event);
    select * into v_event from event where event_id = p_event;
    with stored as materialized (
        select c as old, null::boolean as verdict
        from contribution c
        where p_account is not null and c.event_id = p_event and c.account_id = any (p_account)
        union all
        select c.x, k.verdict
        from unnest(p_wiki, p_rev, p_scope_ok) k (wiki, rev, verdict)
        join lateral (
            select x from contribution x where x.event_id = p_event and x.wiki = k.wiki and x.rev_id = k.rev limit 1) c
            on true
    ),
    decided as materialized (
        select s.old, coalesce(s.verdict, (s.old).scope_ok) as scope_ok, r.status = 'accepted' and not r.private as public,
            case when r.status = 'accepted' and not r.private and (s.old).pub_seq > r.public_seq then (s.old).pub_seq end
                as line,
            contribution_why_not(r.status, (s.old).rev_at, v_event.starts_at, v_event.ends_at, (s.old).namespace,
                w.namespaces, (s.old).bot, (s.old).kind, (s.old).redirect, (s.old).unchanged, (s.old).reverted,
                coalesce(s.verdict, (s.old).scope_ok)) as reason
        from stored s
        join lateral (
            select status, private, public_seq from registration x
            where x.event_id = p_event and x.account_id = (s.old).account_id limit 1) r on true
        left join lateral (
            select namespaces from event_wiki x where x.event_id = p_event and x.wiki = (s.old).wiki limit 1) w on true
    ),
    updated as (
        update contribution c
        set scope_ok = d.scope_ok, counts = d.reason is null, reason = d.reason,
            counts_public = d.reason is null and d.public, pub_seq = d.line
        from decided d
        where c.event_id = p_event and c.wiki = (d.old).wiki and c.rev_id = (d.old).rev_id
            and (c.scope_ok, c.reason, c.counts_public, c.pub_seq) is distinct from
                (d.scope_ok, d.reason, d.reason is null and d.public, d.line)
        returning d.old as old, c as new,
            (d.old).reason is distinct from c.reason or (d.old).counts_public <> c.counts_public as moves
    )
    select
        array_agg(contribution_step(old, -1)) filter (where moves)
            || array_agg(contribution_step(new, 1)) filter (where moves),
        count(*),
        (count(*) filter (where (old).reason is distinct from (new).reason) > 0)::int,
        (count(*) filter (where (old).counts_public <> (new).counts_public) > 0)::int
    into v_steps, v_changed, v_org_moved, v_pub_moved
    from updated;
    if v_org_moved + v_pub_moved > 0 then
        insert into feed_entry (event_id, audience, seq, kind)
        select p_event, 1, v_head.org + 1, 'recounted' where v_org_moved > 0
        union all
        select p_event, 2, v_head.pub + 1, 'recounted' where v_pub_moved > 0;
        perform contribution_move(p_event, v_steps, v_head.org + v_org_moved, v_head.pub + v_pub_moved);
    end if;
    return v_changed;
end $$;

-- Replaces the empty one that feed brings.
create or replace function event_changed(p_event bigint, p_account bigint[]) returns void
language plpgsql as $$
begin
    perform contribution_recount(p_event, p_account, null, null, null);
end $$;

-- Replaces the empty one that feed brings. Lines name another person from now on, so screens are told even if no figure
-- moves; whether the edits count is decided by the event_changed that follows.
create or replace function event_account_merged(p_event bigint, p_account bigint, p_into bigint) returns void
language plpgsql as $$
declare
    v_head record := event_lock(p_event);
begin
    update contribution set account_id = p_into where event_id = p_event and account_id = p_account;
    if found then
        insert into feed_entry (event_id, audience, seq, kind) values (p_event, 1, v_head.org + 1, 'recounted');
        update feed set last_seq = last_seq + 1 where event_id = p_event and audience = 1;
    end if;
end $$;

-- One chunk of a recount of the whole event, by key; nothing once the event is final. EC002: the verdicts were made for another scope version, or another
-- recount has begun since: start anew.
create or replace function event_recount_chunk(
    p_event bigint, p_scope_version int, p_wiki text[], p_rev bigint[], p_scope_ok boolean[])
returns table (o_changed int, o_org_epoch text, o_org bigint, o_pub_epoch text, o_pub bigint)
language plpgsql set lock_timeout = '2s' as $$
begin
    perform event_lock(p_event);
    if (select scope_version from event where event_id = p_event) <> p_scope_version then
        raise exception 'verdicts of scope version %', p_scope_version using errcode = 'EC002';
    end if;
    o_changed := 0;
    if (select final_at is null from event where event_id = p_event) then
        o_changed := contribution_recount(p_event, null, p_wiki, p_rev, p_scope_ok);
    end if;
    return query select o_changed, t.* from feed_tokens(p_event) t;
end $$;
