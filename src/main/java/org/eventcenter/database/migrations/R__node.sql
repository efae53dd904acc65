create or replace function node_beat(p_node text, p_version text)
returns void
language sql as $$
    insert into node (node_id, version, started_at, beat_at)
    values (p_node, p_version, clock_timestamp(), clock_timestamp())
    on conflict (node_id) do update set version = excluded.version, beat_at = excluded.beat_at
$$;
