-- What lines are to show of an account. Whoever makes a registration holds the account before (account_held): a rename is
-- either seen here, or comes after it and finds the registration that is being made.
create or replace function registration_name(p_account bigint) returns text
language plpgsql as $$
declare
    v_name text;
begin
    select name into v_name from account where account_id = p_account;
    return v_name;
end $$;

-- Brings the name that the account has now into the event. o_done: false when its lines show that name already.
create or replace function registration_renamed(p_event bigint, p_account bigint)
returns table (o_done boolean, o_org_epoch text, o_org bigint, o_pub_epoch text, o_pub bigint)
language plpgsql set lock_timeout = '2s' as $$
begin
    perform event_lock(p_event);
    o_done := registration_rename(p_event, p_account);
    return query select o_done, t.* from feed_tokens(p_event) t;
end $$;

-- Whoever changes what lines show takes numbers. To organizers `renamed`. In public, where the name is shown, the old
-- reference is withdrawn, so that no screen keeps the old name, and the person comes in under a new one; the lines are
-- taken along (public_seq stays), since the wiki itself shows whose edits they are, and no figure moves. Under the event's
-- lock.
create or replace function registration_rename(p_event bigint, p_account bigint) returns boolean
language plpgsql as $$
declare
    v_head record := event_lock(p_event);
    v_name text := registration_name(p_account);
    v_old  registration%rowtype;
begin
    select * into v_old from registration where event_id = p_event and account_id = p_account;
    if not found or v_old.name is not distinct from v_name then
        return false;
    end if;
    update registration set name = v_name where registration_id = v_old.registration_id;
    insert into feed_entry (event_id, audience, seq, kind, registration_id)
    values (p_event, 1, v_head.org + 1, 'renamed', v_old.registration_id);
    update feed set last_seq = last_seq + 1 where event_id = p_event and audience = 1;
    if v_old.status = 'accepted' and not v_old.private and v_old.name_public then
        perform registration_leave_public(p_event, v_head.pub, v_old.registration_id, v_old.public_ref);
        update registration set public_ref = default where registration_id = v_old.registration_id;
        insert into feed_entry (event_id, audience, seq, kind, registration_id)
        values (p_event, 2, v_head.pub + 2, 'joined', v_old.registration_id);
        update feed set last_seq = last_seq + 1, participants = participants + 1
        where event_id = p_event and audience = 2;
    end if;
    return true;
end $$;
