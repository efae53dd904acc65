-- All that is counted moves here, by old and new rows: persons, pages, minutes, totals; and the feeds' numbers, in the
-- one update of the feed row. A feed whose number does not move is not written at all, so that a private person's edit
-- leaves the public row the same version. Under the event's lock.
create or replace function contribution_move(
    p_event bigint, p_old contribution[], p_new contribution[], p_org bigint, p_pub bigint)
returns void
language sql set plan_cache_mode = force_generic_plan as $$
    with line as materialized (
        select account_id, wiki, page_key, date_bin('1 minute', rev_at, timestamptz '2000-01-01 00:00Z') as minute,
            sign * counts::int as n, sign * counts_public::int as np,
            coalesce(delta, 0) as delta, kind = 'create' as created
        from (select *, -1 as sign from unnest(p_old) union all select *, 1 from unnest(p_new)) x
    ),
    person as (
        update registration r
        set counted = counted + x.n, counted_public = counted_public + x.np, changed_seq = p_org
        from (select account_id, sum(n)::int as n, sum(np)::int as np from line group by 1) x
        where r.event_id = p_event and r.account_id = x.account_id
        returning (counted > 0)::int - (counted - x.n > 0)::int as active,
            (counted_public > 0)::int - (counted_public - x.np > 0)::int as active_public
    ),
    page_sum as materialized (
        select wiki, page_key, sum(n)::int as n, sum(np)::int as np
        from line group by 1, 2 having sum(n) <> 0 or sum(np) <> 0
    ),
    page_moved as (
        update event_page p set edits = p.edits + x.n, edits_public = p.edits_public + x.np
        from page_sum x
        where p.event_id = p_event and p.wiki = x.wiki and p.page_key = x.page_key
        returning p.wiki, p.page_key,
            (p.edits > 0)::int - (p.edits - x.n > 0)::int as articles,
            (p.edits_public > 0)::int - (p.edits_public - x.np > 0)::int as articles_public
    ),
    page_new as (
        insert into event_page (event_id, wiki, page_key, edits, edits_public)
        select p_event, wiki, page_key, n, np from page_sum x
        where not exists (select from page_moved m where m.wiki = x.wiki and m.page_key = x.page_key)
        returning edits, edits_public
    ),
    minute_sum as materialized (
        select minute, sum(n)::int as n, sum(np)::int as np from line group by 1 having sum(n) <> 0 or sum(np) <> 0
    ),
    minute_moved as (
        update event_minute m set edits = m.edits + x.n, edits_public = m.edits_public + x.np
        from minute_sum x
        where m.event_id = p_event and m.minute = x.minute
        returning m.minute
    ),
    minute_new as (
        insert into event_minute (event_id, minute, edits, edits_public)
        select p_event, minute, n, np from minute_sum x
        where not exists (select from minute_moved m where m.minute = x.minute)
    ),
    total as (
        select 1 as audience, p_org as seq,
            coalesce(sum(n), 0) as edits, coalesce(sum(n) filter (where created), 0) as created,
            coalesce(sum(n * greatest(delta, 0)), 0) as added, coalesce(sum(n * greatest(-delta, 0)), 0) as removed,
            (select coalesce(sum(active), 0) from person) as active,
            (select coalesce(sum(articles), 0) from page_moved) + (select count(*) from page_new where edits > 0)
                as articles
        from line
        union all
        select 2, p_pub,
            coalesce(sum(np), 0), coalesce(sum(np) filter (where created), 0),
            coalesce(sum(np * greatest(delta, 0)), 0), coalesce(sum(np * greatest(-delta, 0)), 0),
            (select coalesce(sum(active_public), 0) from person),
            (select coalesce(sum(articles_public), 0) from page_moved)
                + (select count(*) from page_new where edits_public > 0)
        from line
    )
    update feed f
    set last_seq = t.seq, edits = f.edits + t.edits, created = f.created + t.created,
        bytes_added = f.bytes_added + t.added, bytes_removed = f.bytes_removed + t.removed,
        active = f.active + t.active, articles = f.articles + t.articles
    from total t
    where f.event_id = p_event and f.audience = t.audience and t.seq > f.last_seq
$$;

-- The entries for changes of single rows: `corrected` to organizers, to public where the row has a line; one `recounted`
-- to public for rows that move public figures without a line. Gives the new heads; the numbers move with
-- contribution_move. Under the event's lock.
create or replace function contribution_corrected(
    p_event bigint, p_old contribution[], p_new contribution[], p_org bigint, p_pub bigint,
    out org bigint, out pub bigint)
language plpgsql as $$
declare
    v_lines int;
begin
    org := p_org + coalesce(cardinality(p_new), 0);
    pub := p_pub;
    if org = p_org then
        return;
    end if;
    insert into feed_entry (event_id, audience, seq, kind, body)
    select p_event, 1, p_org + row_number() over (order by org_seq), 'corrected', jsonb_build_object('of', org_seq)
    from unnest(p_new);
    insert into feed_entry (event_id, audience, seq, kind, body)
    select p_event, 2, p_pub + row_number() over (order by pub_seq), 'corrected', jsonb_build_object('of', pub_seq)
    from unnest(p_new) where pub_seq is not null;
    get diagnostics v_lines = row_count;
    pub := pub + v_lines;
    if exists (select from unnest(p_old || p_new) where pub_seq is null and counts_public) then
        pub := pub + 1;
        insert into feed_entry (event_id, audience, seq, kind) values (p_event, 2, pub, 'recounted');
    end if;
end $$;
