-- The recorder's call: changes of one event, each by somebody of whom the index says that they may be in it. Not stored:
-- strangers' edits, other wikis', what lies more than an hour outside of the window, and anything once the event
-- is cancelled or final. An edit of an account that went into another one is the other's. A repeat is merged into its row
-- (a missing value overwrites nothing) and counted anew. Whether a person is in, and public, is read here, under the lock.
-- A page has one key whatever source told of it: an edit without a page id takes the one that is held for its title (of
-- several, the newest page's), and an id that comes later goes to the edits that are held under the title alone.
-- EC001: lease lost. EC002: the verdicts were made for another scope version.
create or replace function contribution_store(
    p_epoch bigint, p_event bigint, p_scope_version int, p_account bigint[], p_wiki text[], p_rev bigint[],
    p_page bigint[], p_ns int[], p_title text[], p_kind text[], p_bot boolean[], p_delta int[], p_redirect boolean[],
    p_unchanged boolean[], p_at timestamptz[], p_scope_ok boolean[])
returns table (o_new int, o_changed int, o_org_epoch text, o_org bigint, o_pub_epoch text, o_pub bigint)
language plpgsql
set lock_timeout = '2s' set plan_cache_mode = force_generic_plan
set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off set enable_bitmapscan = off as $$
declare
    v_head   record;
    v_event  event%rowtype;
    v_steps  counting_step[];
    v_lines  bigint;
    v_merged counting_change;
    v_named  counting_change;
begin
    perform lease_check('stream', p_epoch);
    v_head := event_lock(p_event);
    select * into v_event from event where event_id = p_event;
    if v_event.scope_version <> p_scope_version then
        raise exception 'verdicts of scope version %', p_scope_version using errcode = 'EC002';
    end if;
    if v_event.final_at is not null or v_event.status = 'cancelled' then
        return query select 0, 0, t.* from feed_tokens(p_event) t;
        return;
    end if;

    with asked as materialized (
        select distinct on (wiki, rev) *
        from unnest(p_account, p_wiki, p_rev, p_page, p_ns, p_title, p_kind, p_bot, p_delta, p_redirect, p_unchanged,
                p_at, p_scope_ok)
            with ordinality a (account, wiki, rev, page, ns, title, kind, bot, delta, redirect, unchanged, at, scope_ok, ord)
        where at >= v_event.starts_at - interval '1 hour' and at < v_event.ends_at + interval '1 hour'
        order by wiki, rev, ord
    ),
    fresh as materialized (
        select a.*, r.account_id, r.private, coalesce(m.value, false) as reverted, m.as_of,
            coalesce(a.page, max(a.page) over (partition by a.wiki, a.title), t.page_id) as page_known,
            contribution_why_not(r.status, a.at, v_event.starts_at, v_event.ends_at, a.ns, w.namespaces, a.bot, a.kind,
                a.redirect, a.unchanged, coalesce(m.value, false), a.scope_ok) as reason
        from asked a
        join lateral (
            select namespaces from event_wiki x where x.event_id = p_event and x.wiki = a.wiki limit 1) w on true
        join lateral (
            (select account_id, status, private from registration x
            where x.event_id = p_event and x.account_id = a.account limit 1)
            union all
            (select x.account_id, x.status, x.private from account f, lateral (
                select * from registration y where y.event_id = p_event and y.account_id = f.merged_into limit 1) x
            where f.account_id = a.account limit 1)
            limit 1) r on true
        left join lateral (
            select value, as_of from mark x
            where x.wiki = a.wiki and x.rev_id = a.rev and x.fact = 'reverted' limit 1) m on true
        left join lateral (
            select true as held from contribution x
            where x.event_id = p_event and x.wiki = a.wiki and x.rev_id = a.rev limit 1) h on true
        left join lateral (
            select x.page_id from contribution x
            where a.page is null and x.title = a.title and x.wiki = a.wiki and x.event_id = p_event
                and x.page_id is not null
            order by x.page_id desc limit 1) t on true
        where h.held is null
    ),
    inserted as (
        insert into contribution as c (
            event_id, wiki, rev_id, account_id, org_seq, pub_seq, rev_at, page_id, namespace, title, kind, bot, delta,
            redirect, unchanged, reverted, reverted_as_of, scope_ok, counts, reason, counts_public)
        select p_event, wiki, rev, account_id, v_head.org + row_number() over (order by ord),
            case when reason is null and not private
                then v_head.pub + count(*) filter (where reason is null and not private) over (order by ord) end,
            at, page_known, ns, title, kind, bot, delta, redirect, unchanged,
            reverted, as_of, scope_ok, reason is null, reason, reason is null and not private
        from fresh
        returning contribution_step(c, 1) as step, c.pub_seq
    )
    select array_agg(step), count(pub_seq) into v_steps, v_lines from inserted;

    if v_steps is not null then
        perform contribution_move(p_event, v_steps, v_head.org + cardinality(v_steps), v_head.pub + v_lines);
    end if;
    if coalesce(cardinality(v_steps), 0) < cardinality(p_rev) then
        v_merged := contribution_merge_facts(
            p_event, v_event, p_wiki, p_rev, p_page, p_delta, p_redirect, p_unchanged, p_scope_ok);
        perform contribution_correct(p_event, v_merged);
    end if;
    v_named := contribution_name_pages(p_event, p_wiki, p_title, p_page);
    perform contribution_correct(p_event, v_named);
    return query
    select coalesce(cardinality(v_steps), 0),
        coalesce(cardinality(v_merged.org_lines), 0) + coalesce(cardinality(v_named.org_lines), 0), t.*
    from feed_tokens(p_event) t;
end $$;

-- The call of hubs of the version before, which know two facts less.
create or replace function contribution_record(
    p_epoch bigint, p_event bigint, p_scope_version int, p_account bigint[], p_wiki text[], p_rev bigint[],
    p_page bigint[], p_ns int[], p_title text[], p_kind text[], p_bot boolean[], p_delta int[], p_at timestamptz[],
    p_scope_ok boolean[])
returns table (o_new int, o_changed int, o_org_epoch text, o_org bigint, o_pub_epoch text, o_pub bigint)
language sql as $$
    select * from contribution_store(p_epoch, p_event, p_scope_version, p_account, p_wiki, p_rev, p_page, p_ns, p_title,
        p_kind, p_bot, p_delta, '{}', '{}', p_at, p_scope_ok)
$$;

-- Repeats: facts that a source did not know may come later, and the verdict may be another. Under the event's lock.
create or replace function contribution_merge_facts(
    p_event bigint, p_of event, p_wiki text[], p_rev bigint[], p_page bigint[], p_delta int[], p_redirect boolean[],
    p_unchanged boolean[], p_scope_ok boolean[])
returns counting_change
language plpgsql
set plan_cache_mode = force_generic_plan
set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off set enable_bitmapscan = off as $$
declare
    v_change counting_change;
begin
    with told as materialized (
        select wiki, rev,
            (array_agg(page order by ord desc) filter (where page is not null))[1] as page,
            (array_agg(delta order by ord desc) filter (where delta is not null))[1] as delta,
            (array_agg(redirect order by ord desc) filter (where redirect is not null))[1] as redirect,
            (array_agg(unchanged order by ord desc) filter (where unchanged is not null))[1] as unchanged,
            (array_agg(scope_ok order by ord desc))[1] as scope_ok
        from unnest(p_wiki, p_rev, p_page, p_delta, p_redirect, p_unchanged, p_scope_ok)
            with ordinality a (wiki, rev, page, delta, redirect, unchanged, scope_ok, ord)
        group by wiki, rev
    ),
    merged as materialized (
        select c.x as old, coalesce(t.page, (c.x).page_id) as page, coalesce(t.delta, (c.x).delta) as delta,
            coalesce(t.redirect, (c.x).redirect) as redirect, coalesce(t.unchanged, (c.x).unchanged) as unchanged,
            t.scope_ok
        from told t
        join lateral (
            select x from contribution x where x.event_id = p_event and x.wiki = t.wiki and x.rev_id = t.rev limit 1) c
            on true
    ),
    decided as materialized (
        select m.*, r.private,
            contribution_why_not(r.status, (old).rev_at, p_of.starts_at, p_of.ends_at, (old).namespace, w.namespaces,
                (old).bot, (old).kind, m.redirect, m.unchanged, (old).reverted, m.scope_ok) as reason
        from merged m
        join lateral (
            select status, private from registration x
            where x.event_id = p_event and x.account_id = (old).account_id limit 1) r on true
        left join lateral (
            select namespaces from event_wiki x where x.event_id = p_event and x.wiki = (old).wiki limit 1) w on true
        where (m.page, m.delta, m.redirect, m.unchanged, m.scope_ok) is distinct from
            ((old).page_id, (old).delta, (old).redirect, (old).unchanged, (old).scope_ok)
    ),
    updated as (
        update contribution c
        set page_id = d.page, delta = d.delta, redirect = d.redirect, unchanged = d.unchanged, scope_ok = d.scope_ok,
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
    where ((old).page_id, (old).delta, (old).reason, (old).counts_public) is distinct from
        ((new).page_id, (new).delta, (new).reason, (new).counts_public);
    return v_change;
end $$;

-- Edits that are held under their page's title get the id that is told now, and so the page's other edits' key. Under the
-- event's lock.
create or replace function contribution_name_pages(p_event bigint, p_wiki text[], p_title text[], p_page bigint[])
returns counting_change
language plpgsql
set plan_cache_mode = force_generic_plan
set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off set enable_bitmapscan = off as $$
declare
    v_change counting_change;
begin
    with told as materialized (
        select wiki, title, max(page) as page
        from unnest(p_wiki, p_title, p_page) a (wiki, title, page)
        where page is not null
        group by wiki, title
    ),
    held as materialized (
        select c.x as old, t.page
        from told t
        join lateral (
            select x from contribution x
            where x.title = t.title and x.wiki = t.wiki and x.event_id = p_event and x.page_id is null) c on true
    ),
    updated as (
        update contribution c
        set page_id = h.page
        from held h
        where c.event_id = p_event and c.wiki = (h.old).wiki and c.rev_id = (h.old).rev_id
        returning h.old as old, c as new
    )
    select
        array_agg(contribution_step(old, -1)) || array_agg(contribution_step(new, 1)),
        array_agg((new).org_seq),
        array_agg((new).pub_seq) filter (where (new).pub_seq is not null),
        bool_or((new).pub_seq is null and (new).counts_public)
    into v_change
    from updated;
    return v_change;
end $$;
