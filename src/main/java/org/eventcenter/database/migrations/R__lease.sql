-- A plain read, so that looking never waits for the holder. No row: nobody held it yet.
create or replace function lease_look(p_name text)
returns table (epoch bigint, holder text, free boolean)
language sql volatile as $$
    select epoch, holder, until <= clock_timestamp() from lease where name = p_name
$$;

-- The new epoch, or null while somebody else holds the lease. Waits for the writes that are under way with the old
-- epoch, since each of them locks the row FOR KEY SHARE (lease_check): nothing of the old epoch commits later.
create or replace function lease_take(p_name text, p_holder text, p_seconds numeric)
returns bigint
language plpgsql set lock_timeout = '2s' as $$
declare
    v_lease lease%rowtype;
begin
    insert into lease (name, epoch, holder, until) values (p_name, 0, '', '-infinity') on conflict do nothing;
    if exists (select from lease where name = p_name and until > clock_timestamp()) then
        return null;
    end if;
    select * into v_lease from lease where name = p_name for update;
    if v_lease.until > clock_timestamp() then
        return null;
    end if;
    update lease
    set epoch = epoch + 1, holder = p_holder, until = clock_timestamp() + make_interval(secs => p_seconds)
    where name = p_name;
    return v_lease.epoch + 1;
end $$;

-- False when the epoch is no longer ours.
create or replace function lease_renew(p_name text, p_epoch bigint, p_seconds numeric)
returns boolean
language plpgsql set lock_timeout = '2s' as $$
begin
    update lease
    set until = clock_timestamp() + make_interval(secs => p_seconds)
    where name = p_name and epoch = p_epoch;
    return found;
end $$;

-- Frees the lease at once when the holder stops in order. The epoch stays, so the next one is higher.
create or replace function lease_release(p_name text, p_epoch bigint)
returns boolean
language plpgsql set lock_timeout = '2s' as $$
begin
    update lease set until = '-infinity' where name = p_name and epoch = p_epoch;
    return found;
end $$;

-- Every write that only the holder may do begins with this. EC001: the lease is somebody else's now. A renewal passes
-- the lock that it takes, a take-over waits for it.
create or replace function lease_check(p_name text, p_epoch bigint)
returns void
language plpgsql as $$
begin
    perform from lease where name = p_name and epoch = p_epoch for key share;
    if not found then
        raise exception 'lease % is not held with epoch %', p_name, p_epoch using errcode = 'EC001';
    end if;
end $$;
