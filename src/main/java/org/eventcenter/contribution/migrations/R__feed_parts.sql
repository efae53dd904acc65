-- The parts of a feed's state. Lists are the newest, cut so that a snapshot stays below 32 KiB whatever titles and names
-- are like.
create or replace function feed_totals(f feed) returns jsonb
language sql immutable as $$
    select jsonb_build_object(
        'participants', f.participants, 'active', f.active, 'edits', f.edits, 'created', f.created,
        'articles', f.articles, 'bytes_added', f.bytes_added, 'bytes_removed', f.bytes_removed)
$$;

-- [status, when it ends, since when its figures are final or null].
create or replace function feed_status(p_event bigint) returns jsonb
language sql stable as $$
    select jsonb_build_array(status, ends_at, final_at) from event where event_id = p_event
$$;

create or replace function feed_goals(p_event bigint) returns jsonb
language sql stable as $$
    select coalesce(jsonb_agg(jsonb_build_array(goal, metric, target) order by goal), '[]')
    from goal where event_id = p_event
$$;

-- [second of the minute, edits] of the last 60 minutes, without those that have none.
create or replace function feed_minutes(p_event bigint, p_audience smallint) returns jsonb
language sql stable as $$
    select coalesce(jsonb_agg(jsonb_build_array(extract(epoch from minute)::bigint, n) order by minute), '[]')
    from (
        select minute, case p_audience when 1 then edits else edits_public end as n
        from event_minute
        where event_id = p_event and minute > statement_timestamp() - interval '60 minutes') m
    where n > 0
$$;

-- The newest lines, at most 50 and 20,000 bytes; to the public only those that count. The settings leave no way but the
-- index that is in this order; without them a young table's whole event was read and sorted.
create or replace function feed_edits(p_event bigint, p_audience smallint) returns jsonb
language plpgsql stable
set plan_cache_mode = force_generic_plan
set enable_sort = off set enable_seqscan = off set enable_bitmapscan = off as $$
begin
    return (
        with newest as materialized (
            (select org_seq as seq, jsonb_build_object('seq', org_seq) || contribution_line(c, 1::smallint) as line
            from contribution c
            where p_audience = 1 and event_id = p_event
            order by org_seq desc limit 50)
            union all
            (select pub_seq, jsonb_build_object('seq', pub_seq) || contribution_line(c, 2::smallint)
            from contribution c
            where p_audience = 2 and event_id = p_event and pub_seq is not null and counts_public
            order by pub_seq desc limit 50)
        ),
        sized as (select *, sum(octet_length(line::text)) over (order by seq desc) as bytes from newest)
        select coalesce(jsonb_agg(line order by seq), '[]') from sized where bytes <= 20000);
end $$;

-- Who is in: the latest `joined` of each person, at most 50 and 8,000 bytes.
create or replace function feed_people(p_event bigint, p_audience smallint) returns jsonb
language plpgsql stable
set plan_cache_mode = force_generic_plan
set enable_sort = off set enable_seqscan = off set enable_bitmapscan = off
set enable_hashjoin = off set enable_mergejoin = off as $$
begin
    return (
        with newest as materialized (
            select e.seq,
                jsonb_build_object('seq', e.seq, 'at', extract(epoch from e.at)::bigint)
                    || registration_line(e.registration_id, p_audience) as line
            from feed_entry e join registration r using (registration_id)
            where e.event_id = p_event and e.audience = p_audience and e.kind = 'joined'
                and e.registration_id is not null and r.status = 'accepted'
                and not exists (
                    select from feed_entry later
                    where later.event_id = p_event and later.registration_id = e.registration_id
                        and later.audience = p_audience and later.kind = 'joined' and later.seq > e.seq)
            order by e.seq desc limit 50
        ),
        sized as (select *, sum(octet_length(line::text)) over (order by seq desc) as bytes from newest)
        select coalesce(jsonb_agg(line order by seq), '[]') from sized where bytes <= 8000);
end $$;
