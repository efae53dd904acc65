-- Every fact is a mark first: one call for all events, committed before the events' calls with it, and before the calls
-- with any change that is read later. The newest as_of wins, of two at the same moment the one that was told
-- later.
create or replace function contribution_mark(
    p_epoch bigint, p_wiki text[], p_rev bigint[], p_value boolean[], p_as_of timestamptz[])
returns void
language plpgsql set lock_timeout = '2s' as $$
begin
    perform lease_check('stream', p_epoch);
    insert into mark as m (wiki, rev_id, fact, value, as_of)
    select distinct on (wiki, rev) wiki, rev, 'reverted', value, as_of
    from unnest(p_wiki, p_rev, p_value, p_as_of) with ordinality told (wiki, rev, value, as_of, place)
    order by wiki, rev, as_of desc, place desc
    on conflict (wiki, rev_id, fact) do update set value = excluded.value, as_of = excluded.as_of, at = excluded.at
        where m.as_of <= excluded.as_of;
end $$;
