-- Moves positions forward, never back. EC001: the lease is lost.
create or replace function stream_position_move(p_epoch bigint, p_topic text[], p_at timestamptz[])
returns void
language plpgsql set lock_timeout = '2s' as $$
begin
    perform lease_check('stream', p_epoch);
    insert into stream_position as s (topic, at)
    select topic, max(at) from unnest(p_topic, p_at) asked (topic, at) group by topic order by topic
    on conflict (topic) do update set at = greatest(s.at, excluded.at);
end $$;
