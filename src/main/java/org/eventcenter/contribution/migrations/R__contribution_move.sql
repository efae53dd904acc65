-- The plans of these functions are made once for each connection, perhaps while the tables are empty, and kept. So they
-- may do nothing but look up single rows by their whole key, however small the tables looked: hence `lateral (… limit 1)`,
-- updates by the place where the row was found (nobody else moves it under the lock), and the settings. A join with the
-- table would read all people or pages of the event for each batch. They are in plpgsql because a function in plain SQL
-- is planned anew for each call, which cost more than the call.

-- A row's step in a direction: 1 where it is new, -1 where it is no longer so.
create or replace function contribution_step(c contribution, p_sign int) returns counting_step
language sql immutable as $$
    select row(
        c.account_id, c.wiki, c.page_key, date_bin('1 minute', c.rev_at, timestamptz '2000-01-01 00:00Z'),
        coalesce(c.delta, 0), c.kind = 'create', p_sign * c.counts::int, p_sign * c.counts_public::int)::counting_step
$$;

-- All that is counted moves here: persons, pages, minutes, totals; and the feeds' numbers, in the one update of the feed
-- row. A feed whose number does not move is not written at all, so that a private person's edit leaves the public row the
-- same version. Under the event's lock.
create or replace function contribution_move(p_event bigint, p_steps counting_step[], p_org bigint, p_pub bigint)
returns void
language plpgsql
set plan_cache_mode = force_generic_plan
set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off set enable_bitmapscan = off as $$
begin
    with step as materialized (select * from unnest(p_steps)),
    person_sum as materialized (
        select x.*, r.place
        from (select account_id, sum(n)::int as n, sum(np)::int as np from step group by account_id) x
        join lateral (
            select ctid as place from registration r
            where r.event_id = p_event and r.account_id = x.account_id limit 1) r on true
    ),
    person as (
        update registration r
        set counted = counted + x.n, counted_public = counted_public + x.np, changed_seq = p_org
        from person_sum x
        where r.ctid = x.place
        returning (counted > 0)::int - (counted - x.n > 0)::int as active,
            (counted_public > 0)::int - (counted_public - x.np > 0)::int as active_public
    ),
    page_sum as materialized (
        select x.*, p.place
        from (
            select wiki, page_key, sum(n)::int as n, sum(np)::int as np
            from step group by wiki, page_key having sum(n) <> 0 or sum(np) <> 0) x
        left join lateral (
            select ctid as place from event_page p
            where p.event_id = p_event and p.wiki = x.wiki and p.page_key = x.page_key limit 1) p on true
    ),
    page_moved as (
        update event_page p set edits = p.edits + x.n, edits_public = p.edits_public + x.np
        from page_sum x
        where p.ctid = x.place
        returning (p.edits > 0)::int - (p.edits - x.n > 0)::int as articles,
            (p.edits_public > 0)::int - (p.edits_public - x.np > 0)::int as articles_public
    ),
    page_new as (
        insert into event_page (event_id, wiki, page_key, edits, edits_public)
        select p_event, wiki, page_key, n, np from page_sum where place is null
        returning (edits > 0)::int as articles, (edits_public > 0)::int as articles_public
    ),
    minute_sum as materialized (
        select x.*, m.place
        from (
            select minute, sum(n)::int as n, sum(np)::int as np
            from step group by minute having sum(n) <> 0 or sum(np) <> 0) x
        left join lateral (
            select ctid as place from event_minute m where m.event_id = p_event and m.minute = x.minute limit 1) m on true
    ),
    minute_moved as (
        update event_minute m set edits = m.edits + x.n, edits_public = m.edits_public + x.np
        from minute_sum x
        where m.ctid = x.place
    ),
    minute_new as (
        insert into event_minute (event_id, minute, edits, edits_public)
        select p_event, minute, n, np from minute_sum where place is null
    ),
    sums as (
        select
            coalesce(sum(n), 0) as edits, coalesce(sum(np), 0) as edits_public,
            coalesce(sum(n) filter (where created), 0) as created,
            coalesce(sum(np) filter (where created), 0) as created_public,
            coalesce(sum(n * greatest(delta, 0)), 0) as added, coalesce(sum(np * greatest(delta, 0)), 0) as added_public,
            coalesce(sum(n * greatest(-delta, 0)), 0) as removed,
            coalesce(sum(np * greatest(-delta, 0)), 0) as removed_public
        from step
    ),
    people as (
        select coalesce(sum(active), 0) as active, coalesce(sum(active_public), 0) as active_public from person
    ),
    pages as (
        select coalesce(sum(articles), 0) as articles, coalesce(sum(articles_public), 0) as articles_public
        from (select * from page_moved union all select * from page_new) p
    )
    update feed f
    set last_seq = t.seq, edits = f.edits + t.edits, created = f.created + t.created,
        bytes_added = f.bytes_added + t.added, bytes_removed = f.bytes_removed + t.removed,
        active = f.active + t.active, articles = f.articles + t.articles
    from sums s, people a, pages p, lateral (values
        (1, p_org, s.edits, s.created, s.added, s.removed, a.active, p.articles),
        (2, p_pub, s.edits_public, s.created_public, s.added_public, s.removed_public, a.active_public,
            p.articles_public)
    ) t (audience, seq, edits, created, added, removed, active, articles)
    where f.event_id = p_event and f.audience = t.audience and t.seq > f.last_seq;
end $$;

-- Writes changes of single rows: `corrected` to organizers, to public where the row has a line; one `recounted` to public
-- for rows that move public figures without a line. Under the event's lock.
create or replace function contribution_correct(p_event bigint, p_change counting_change) returns void
language plpgsql as $$
declare
    v_head   record := event_lock(p_event);
    v_lines  int := coalesce(cardinality(p_change.pub_lines), 0);
    v_silent int := coalesce(p_change.silent, false)::int;
begin
    if p_change.org_lines is null then
        return;
    end if;
    insert into feed_entry (event_id, audience, seq, kind, body)
    select p_event, 1, v_head.org + row_number() over (order by line), 'corrected', jsonb_build_object('of', line)
    from unnest(p_change.org_lines) l (line)
    union all
    select p_event, 2, v_head.pub + row_number() over (order by line), 'corrected', jsonb_build_object('of', line)
    from unnest(p_change.pub_lines) l (line)
    union all
    select p_event, 2, v_head.pub + v_lines + 1, 'recounted', '{}' where v_silent = 1;
    perform contribution_move(p_event, p_change.steps,
        v_head.org + cardinality(p_change.org_lines), v_head.pub + v_lines + v_silent);
end $$;
