-- Changes of an event that were read and are given up: from where to where the stream has to be read again for it. Called
-- again with an unknown outcome it only counts some of them twice. EC001: lease lost.
create or replace function recording_gap_keep(
    p_epoch bigint, p_event bigint, p_from timestamptz, p_to timestamptz, p_changes bigint)
returns void
language plpgsql set lock_timeout = '2s' as $$
begin
    perform lease_check('stream', p_epoch);
    insert into recording_gap as g (event_id, from_at, to_at, changes) values (p_event, p_from, p_to, p_changes)
    on conflict (event_id) do update
    set from_at = least(g.from_at, excluded.from_at), to_at = greatest(g.to_at, excluded.to_at),
        changes = g.changes + excluded.changes, at = excluded.at;
end $$;
