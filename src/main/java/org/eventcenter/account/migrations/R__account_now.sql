-- Which account each account is now: itself, or the one that it went into. Sessions, links, tokens and roles name the
-- account that they were given to, and are read through this.
create or replace view account_now as
select a.account_id as given_to, coalesce(i.account_id, a.account_id) as account_id,
    coalesce(i.central_id, a.central_id) as central_id, coalesce(i.name, a.name) as name
from account a left join account i on i.account_id = a.merged_into;

-- An account of this hub alone goes into one of the wiki, for good; again is as once. Nobody is the terminal's account, and
-- no account of the wiki goes anywhere. False when it may not be. What it has in events is brought there by
-- registration_merge, an event after the other.
create or replace function account_merge(p_account bigint, p_into bigint) returns boolean
language plpgsql as $$
begin
    update account a set merged_into = i.account_id
    from account i
    where a.account_id = p_account and i.account_id = p_into and i.central_id is not null
        and a.central_id is null and a.canonical_name <> '#operator'
        and coalesce(a.merged_into, i.account_id) = i.account_id;
    return found;
end $$;

-- The accounts that these are now, in their order, held so until the transaction ends: what is given to them meanwhile is
-- either seen by whoever brings their things to other accounts, or goes to those. Rows are locked in one order, and whose
-- account went anywhere is looked up only where somebody's did.
create or replace function accounts_held(p_account bigint[]) returns bigint[]
language plpgsql set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
begin
    perform from account where account_id = any (p_account) order by account_id for share;
    if exists (select from account where account_id = any (p_account) and merged_into is not null) then
        return array(
            select coalesce(a.merged_into, asked.account)
            from unnest(p_account) with ordinality asked (account, ord)
            left join account a on a.account_id = asked.account
            order by asked.ord);
    end if;
    return p_account;
end $$;

-- The same for one.
create or replace function account_held(p_account bigint) returns bigint
language plpgsql as $$
begin
    return (accounts_held(array[p_account]))[1];
end $$;
