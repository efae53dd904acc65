-- Three functions that belong to feeds but need contributions, which are a later module: feed brings them for entries
-- alone, contribution replaces them. They are versioned, not repeatable, because a repeatable migration that changes is
-- run again, and would put these back over contribution's.

-- Whoever changes a registration, the window, the wikis or the scope of an event ends with this: what was counted for
-- these accounts is counted anew, in the same transaction.
create function event_changed(p_event bigint, p_account bigint[]) returns void language plpgsql as $$ begin end $$;

-- The state of a feed at its head, as one moment. Null: no such feed.
create function feed_snapshot(p_event bigint, p_audience smallint) returns jsonb language sql stable as $$
    select jsonb_build_object(
        'type', 'snapshot', 'token', f.epoch || '-' || f.last_seq, 'epoch', f.epoch, 'seq', f.last_seq,
        'at', extract(epoch from statement_timestamp()),
        'state', jsonb_build_object('totals', to_jsonb(f) - array['event_id', 'audience', 'epoch', 'last_seq', 'first_seq', 'withdrawn_seq']))
    from feed f
    where f.event_id = p_event and f.audience = p_audience
$$;

-- The entries after p_after up to the head, or a snapshot when there are more than p_limit, or a reset when the token
-- was never given by this feed. Null: no such feed.
create function feed_after(p_event bigint, p_audience smallint, p_epoch text, p_after bigint, p_limit int default 200)
returns jsonb language sql stable as $$
    select case
        when f.epoch <> p_epoch or p_after > f.last_seq or p_after < f.first_seq - 1 then '{"type": "reset"}'
        when f.last_seq - p_after > p_limit then feed_snapshot(p_event, p_audience)
        else jsonb_build_object(
            'type', 'entries', 'from', f.epoch || '-' || p_after, 'token', f.epoch || '-' || f.last_seq,
            'epoch', f.epoch, 'seq', f.last_seq, 'at', extract(epoch from statement_timestamp()),
            'totals', feed_snapshot(p_event, p_audience) -> 'state' -> 'totals',
            'entries', (
                select coalesce(jsonb_agg(jsonb_build_object('seq', e.seq, 'kind', e.kind) || e.body order by e.seq), '[]')
                from feed_entry e
                where e.event_id = p_event and e.audience = p_audience and e.seq > p_after))
        end
    from feed f
    where f.event_id = p_event and f.audience = p_audience
$$;
