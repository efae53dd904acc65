-- The accounts of people of whom the wiki says number and name now; made where there are none. A name belongs to whoever
-- bears it now: an account that had it until today is called by its number besides (no account of a wiki has a # in its
-- name), until it is confirmed anew. Accounts that lost their name so are among the rows, with o_asked false.
create or replace function account_confirm(p_central bigint[], p_name text[], p_canonical text[])
returns table (o_account bigint, o_central bigint, o_name text, o_asked boolean)
language plpgsql as $$
declare
    v_lost bigint[];
begin
    if account_names_move(p_central, p_name, p_canonical) then
        -- Names move one confirmation after the other, so that of two who confirm one name at once one has it.
        perform pg_advisory_xact_lock(hashtext('account names'));
        with lost as (
            update account a
            set name = a.name || ' #' || a.central_id, canonical_name = a.canonical_name || ' #' || a.central_id
            from unnest(p_central, p_canonical) said (central_id, canonical_name)
            where a.canonical_name = said.canonical_name and a.central_id <> said.central_id
            returning a.account_id)
        select array_agg(account_id) into v_lost from lost;
        insert into account as a (central_id, name, canonical_name)
        select distinct on (said.central_id) said.*
        from unnest(p_central, p_name, p_canonical) said (central_id, name, canonical_name)
        order by said.central_id
        on conflict (central_id) do update set name = excluded.name, canonical_name = excluded.canonical_name
        where (a.name, a.canonical_name) is distinct from (excluded.name, excluded.canonical_name);
    end if;
    return query
    select account_id, central_id, name, central_id = any (p_central)
    from account
    where central_id = any (p_central) or account_id = any (v_lost);
end $$;

-- Whether anything is new: most who sign in are called what they were called.
create or replace function account_names_move(p_central bigint[], p_name text[], p_canonical text[]) returns boolean
language sql stable as $$
    select exists (
        select from unnest(p_central, p_name, p_canonical) said (central_id, name, canonical_name)
        where not exists (
            select from account a
            where a.central_id = said.central_id and a.name = said.name and a.canonical_name = said.canonical_name)
            or exists (
            select from account a where a.canonical_name = said.canonical_name and a.central_id <> said.central_id))
$$;
