-- The two reads of a feed, which replace those that feed brings for entries alone. Each is one STABLE function, so all
-- that it reads is of one moment. Null: no such feed.

-- The state at the head.
create or replace function feed_snapshot(p_event bigint, p_audience smallint) returns jsonb
language sql stable as $$
    select jsonb_build_object(
        'type', 'snapshot', 'token', f.epoch || '-' || f.last_seq, 'epoch', f.epoch, 'seq', f.last_seq,
        'at', extract(epoch from statement_timestamp()),
        'state', jsonb_build_object(
            'status', feed_status(p_event), 'goals', feed_goals(p_event), 'totals', feed_totals(f),
            'minutes', feed_minutes(p_event, p_audience), 'edits', feed_edits(p_event, p_audience),
            'people', feed_people(p_event, p_audience)))
    from feed f
    where f.event_id = p_event and f.audience = p_audience
$$;

-- What is after p_after, up to the head: entries, or a snapshot when they are more than p_limit or than 32 KiB, or a
-- reset when this feed never gave that token (or no longer keeps what came after it).
create or replace function feed_after(
    p_event bigint, p_audience smallint, p_epoch text, p_after bigint, p_limit int default 200)
returns jsonb
language plpgsql stable as $$
declare
    v_feed  feed%rowtype;
    v_frame jsonb;
begin
    select * into v_feed from feed f where f.event_id = p_event and f.audience = p_audience;
    if not found then
        return null;
    end if;
    if v_feed.epoch <> p_epoch or p_after > v_feed.last_seq or p_after < v_feed.first_seq - 1 then
        return '{"type": "reset"}';
    end if;
    if v_feed.last_seq - p_after <= p_limit then
        v_frame := feed_entries(v_feed, p_after);
    end if;
    if v_frame is null or octet_length(v_frame::text) > 32768 then
        return feed_snapshot(p_event, p_audience);
    end if;
    return v_frame;
end $$;

-- A frame with the entries after p_after. `corrected` bears its line as it is now; a line or a person that was taken away
-- is in no frame. A range with `recounted` (rows changed that have no entry of their own) or `withdrawn` (lines are gone
-- whose minutes moved in between) brings list and minutes whole; otherwise the minutes of the lines in the range, zeros
-- included.
create or replace function feed_entries(f feed, p_after bigint) returns jsonb
language sql stable as $$
    with entry as materialized (
        select * from feed_entry e where e.event_id = f.event_id and e.audience = f.audience and e.seq > p_after
    ),
    contributed as materialized (
        select c.org_seq as seq, c from contribution c
        where f.audience = 1 and c.event_id = f.event_id and c.org_seq > p_after
        union all
        select c.pub_seq, c from contribution c
        where f.audience = 2 and c.event_id = f.event_id and c.pub_seq > p_after
    ),
    corrected as materialized (
        select e.seq, (e.body ->> 'of')::bigint as line, c
        from entry e join contribution c
            on f.audience = 1 and c.event_id = f.event_id and c.org_seq = (e.body ->> 'of')::bigint
        where e.kind = 'corrected'
        union all
        select e.seq, (e.body ->> 'of')::bigint, c
        from entry e join contribution c
            on f.audience = 2 and c.event_id = f.event_id and c.pub_seq = (e.body ->> 'of')::bigint
        where e.kind = 'corrected'
    ),
    line as (
        select seq, jsonb_build_object('seq', seq, 'kind', 'contributed') || contribution_line(c, f.audience) as line
        from contributed
        union all
        select seq, jsonb_build_object('seq', seq, 'kind', 'corrected', 'of', line) || contribution_line(c, f.audience)
        from corrected
        union all
        select seq, jsonb_build_object('seq', seq, 'kind', kind, 'at', extract(epoch from at)::bigint)
            || body || coalesce(registration_line(registration_id, f.audience), '{}')
        from entry
        where kind <> 'corrected' and not (f.audience = 2 and kind = 'joined' and registration_id is null)
    ),
    touched as (
        select date_bin('1 minute', (c).rev_at, timestamptz '2000-01-01 00:00Z') as minute
        from (select c from contributed union all select c from corrected) x
    ),
    whole as (select exists (select from entry where kind in ('recounted', 'withdrawn')) as yes)
    select jsonb_build_object(
            'type', 'entries', 'from', f.epoch || '-' || p_after, 'token', f.epoch || '-' || f.last_seq,
            'epoch', f.epoch, 'seq', f.last_seq, 'at', extract(epoch from statement_timestamp()),
            'totals', feed_totals(f), 'goals', feed_goals(f.event_id), 'status', feed_status(f.event_id),
            'entries', (select coalesce(jsonb_agg(line order by seq), '[]') from line where line is not null),
            'whole', whole.yes,
            'minutes', case when whole.yes then feed_minutes(f.event_id, f.audience) else (
                select coalesce(jsonb_agg(jsonb_build_array(
                    extract(epoch from m.minute)::bigint,
                    case f.audience when 1 then m.edits else m.edits_public end)), '[]')
                from event_minute m
                where m.event_id = f.event_id and m.minute in (select minute from touched)) end)
        || case when whole.yes then jsonb_build_object('edits', feed_edits(f.event_id, f.audience)) else '{}' end
    from whole
$$;
