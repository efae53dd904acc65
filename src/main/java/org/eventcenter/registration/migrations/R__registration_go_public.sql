-- From private to public, under a new reference; the person's lines do not come back, the figures do. o_done: false for
-- somebody who is not in, or is public. o_superseded, p_wished_at: as for registration_take_back.
create or replace function registration_go_public(
    p_event bigint, p_account bigint, p_name_public boolean, p_wished_at timestamptz default null)
returns table (
    o_done boolean, o_superseded boolean, o_org_epoch text, o_org bigint, o_pub_epoch text, o_pub bigint)
language plpgsql set lock_timeout = '2s' as $$
begin
    perform event_lock(p_event);
    p_account := account_held(p_account);
    o_superseded := not registration_wish(p_event, p_account, p_wished_at);
    o_done := not o_superseded and registration_enter_public(p_event, p_account, p_name_public);
    return query select o_done, o_superseded, t.* from feed_tokens(p_event) t;
end $$;

-- Under the event's lock.
create or replace function registration_enter_public(p_event bigint, p_account bigint, p_name_public boolean)
returns boolean
language plpgsql as $$
declare
    v_head         record;
    v_registration bigint;
begin
    v_head := event_lock(p_event);
    update registration
    set private = false, name_public = p_name_public, public_ref = default, changed_seq = v_head.org + 1,
        public_seq = v_head.pub + 1
    where event_id = p_event and account_id = p_account and status = 'accepted' and private
    returning registration_id into v_registration;
    if v_registration is null then
        return false;
    end if;
    insert into feed_entry (event_id, audience, seq, kind, registration_id)
    values (p_event, 1, v_head.org + 1, 'privacy', v_registration),
        (p_event, 2, v_head.pub + 1, 'joined', v_registration);
    update feed set last_seq = last_seq + 1, participants = participants + (audience = 2)::int
    where event_id = p_event;
    perform event_changed(p_event, array[p_account]);
    return true;
end $$;

-- The consent to the name on screens, given or taken back. o_superseded, p_wished_at: as for registration_take_back.
create or replace function registration_name_public(
    p_event bigint, p_account bigint, p_name_public boolean, p_wished_at timestamptz default null)
returns table (
    o_done boolean, o_superseded boolean, o_org_epoch text, o_org bigint, o_pub_epoch text, o_pub bigint)
language plpgsql set lock_timeout = '2s' as $$
begin
    perform event_lock(p_event);
    p_account := account_held(p_account);
    o_superseded := not registration_wish(p_event, p_account, p_wished_at);
    o_done := false;
    if not o_superseded then
        update registration set name_public = p_name_public
        where event_id = p_event and account_id = p_account and name_public <> p_name_public;
        o_done := found;
        if o_done then
            perform registration_renew_reference(p_event, p_account);
        end if;
    end if;
    return query select o_done, o_superseded, t.* from feed_tokens(p_event) t;
end $$;

-- A public person gives up the public reference and comes in under a new one, in one step, so that the two are different
-- people to whoever watches. Lines are not taken along (public_seq), figures do not move: so it is one pass over the
-- person's edits. Nothing for who is private or not in. Under the event's lock.
create or replace function registration_renew_reference(p_event bigint, p_account bigint) returns void
language plpgsql as $$
declare
    v_head record := event_lock(p_event);
    v_old  registration%rowtype;
begin
    select * into v_old from registration
    where event_id = p_event and account_id = p_account and status = 'accepted' and not private;
    if not found then
        return;
    end if;
    update registration
    set public_ref = default, changed_seq = v_head.org + 1, public_seq = v_head.pub + 2
    where registration_id = v_old.registration_id;
    perform registration_leave_public(p_event, v_head.pub, v_old.registration_id, v_old.public_ref);
    insert into feed_entry (event_id, audience, seq, kind, registration_id)
    values (p_event, 1, v_head.org + 1, 'privacy', v_old.registration_id),
        (p_event, 2, v_head.pub + 2, 'joined', v_old.registration_id);
    update feed set last_seq = last_seq + 1, participants = participants + (audience = 2)::int
    where event_id = p_event;
    perform event_changed(p_event, array[p_account]);
end $$;
