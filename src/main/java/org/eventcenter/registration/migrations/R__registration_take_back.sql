-- Taking somebody back, one function for all: p_how is 'private', 'cancelled' or 'removed'. One transaction, whatever the
-- person contributed. The public reference is given up, the person's public entries no longer name anybody, and
-- event_changed takes the lines and the figures. o_done: false when there was nothing to take back. o_superseded: a
-- later wish than this one holds. p_wished_at: when it was asked for, in the database's time; null: now.
create or replace function registration_take_back(
    p_event bigint, p_account bigint, p_how text, p_wished_at timestamptz default null)
returns table (
    o_done boolean, o_superseded boolean, o_org_epoch text, o_org bigint, o_pub_epoch text, o_pub bigint)
language plpgsql set lock_timeout = '2s' as $$
begin
    perform event_lock(p_event);
    p_account := account_held(p_account);
    o_superseded := not registration_wish(p_event, p_account, p_wished_at);
    o_done := not o_superseded and registration_withdraw(p_event, p_account, p_how);
    return query select o_done, o_superseded, t.* from feed_tokens(p_event) t;
end $$;

-- Whether what is stored was asked for later than this. A stored time that the clock has not reached says nothing: the
-- clock was set back.
create or replace function registration_is_newer(p_stored timestamptz, p_wished_at timestamptz) returns boolean
language sql volatile as $$
    select p_stored > p_wished_at and p_stored <= clock_timestamp() + interval '5 seconds'
$$;

-- Every change of a registration begins with this: false for a wish that a later one has overtaken; nothing may be changed
-- then. The same wish again is no other one. Under the event's lock.
create or replace function registration_wish(p_event bigint, p_account bigint, p_wished_at timestamptz)
returns boolean
language plpgsql as $$
declare
    v_at     timestamptz := coalesce(p_wished_at, clock_timestamp());
    v_stored timestamptz;
begin
    select wished_at into v_stored from registration where event_id = p_event and account_id = p_account;
    if registration_is_newer(v_stored, v_at) then
        return false;
    end if;
    update registration set wished_at = v_at where event_id = p_event and account_id = p_account and wished_at <> v_at;
    return true;
end $$;

-- Under the event's lock.
create or replace function registration_withdraw(p_event bigint, p_account bigint, p_how text) returns boolean
language plpgsql as $$
declare
    v_head record;
    v_old  registration%rowtype;
    v_gone boolean := p_how <> 'private';
begin
    v_head := event_lock(p_event);
    select * into v_old from registration where event_id = p_event and account_id = p_account;
    if v_old.status = 'cancelled' and p_how = 'removed' then
        update registration set status = 'removed' where registration_id = v_old.registration_id;
        return true;
    end if;
    if v_old.status is distinct from 'accepted' or p_how = 'private' and v_old.private then
        return false;
    end if;
    update registration
    set status = case when v_gone then p_how else status end, private = private or not v_gone,
        public_ref = default, changed_seq = v_head.org + 1
    where registration_id = v_old.registration_id;
    insert into feed_entry (event_id, audience, seq, kind, registration_id)
    values (p_event, 1, v_head.org + 1, case when v_gone then 'left' else 'privacy' end, v_old.registration_id);
    update feed set last_seq = last_seq + 1, participants = participants - v_gone::int
    where event_id = p_event and audience = 1;
    if not v_old.private then
        perform registration_leave_public(p_event, v_head.pub, v_old.registration_id, v_old.public_ref);
    end if;
    perform event_changed(p_event, array[p_account]);
    return true;
end $$;

-- The public side of it: `withdrawn` with the old reference, which is no longer in use. A number whose entry names nobody
-- is in no frame.
create or replace function registration_leave_public(p_event bigint, p_head bigint, p_registration bigint, p_ref text)
returns void
language plpgsql as $$
begin
    update feed_entry set registration_id = null
    where event_id = p_event and registration_id = p_registration and audience = 2;
    insert into feed_entry (event_id, audience, seq, kind, body)
    values (p_event, 2, p_head + 1, 'withdrawn', jsonb_build_object('ref', p_ref));
    update feed
    set last_seq = last_seq + 1, withdrawn_seq = last_seq + 1, participants = participants - 1
    where event_id = p_event and audience = 2;
end $$;
