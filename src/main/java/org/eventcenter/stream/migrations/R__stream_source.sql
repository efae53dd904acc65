-- The reader says how the source stands, at least every five seconds. since moves only when the state changes, and
-- exact_up_to never back. EC001: the lease is lost.
create or replace function stream_source_tell(p_epoch bigint, p_state text, p_exact_up_to timestamptz)
returns void
language plpgsql set lock_timeout = '2s' as $$
begin
    perform lease_check('stream', p_epoch);
    insert into stream_source as s (state, since, exact_up_to, told_at)
    values (p_state, clock_timestamp(), p_exact_up_to, clock_timestamp())
    on conflict (only_one) do update
    set state = excluded.state, since = case when s.state = excluded.state then s.since else excluded.since end,
        exact_up_to = greatest(s.exact_up_to, excluded.exact_up_to), told_at = excluded.told_at;
end $$;

-- How the source stands, by the database's clock. A reader that has told nothing for fifteen seconds, or none at all,
-- means that it is away.
create or replace function stream_source_now()
returns table (state text, since timestamptz, exact_up_to timestamptz)
language sql stable as $$
    select
        case when s.told_at > clock_timestamp() - interval '15 seconds' then s.state else 'away' end,
        case when s.told_at > clock_timestamp() - interval '15 seconds' or s.state = 'away' then s.since else s.told_at end,
        s.exact_up_to
    from stream_source s
    union all
    select 'away', null, null where not exists (select from stream_source)
$$;
