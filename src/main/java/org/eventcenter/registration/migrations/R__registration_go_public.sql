-- From private to public, under a new reference; the person's lines do not come back, the figures do. o_done: false for
-- somebody who is not in, or is public.
create or replace function registration_go_public(p_event bigint, p_account bigint, p_name_public boolean)
returns table (o_done boolean, o_org_epoch text, o_org bigint, o_pub_epoch text, o_pub bigint)
language plpgsql set lock_timeout = '2s' as $$
begin
    perform event_lock(p_event);
    o_done := registration_enter_public(p_event, p_account, p_name_public);
    return query select o_done, t.* from feed_tokens(p_event) t;
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
    set private = false, name_public = p_name_public, public_ref = default, changed_seq = v_head.org + 1
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

-- The consent to the name on screens, given or taken back. While public it is a taking back and a coming back in one
-- transaction, so that the old reference and the new one are two people to whoever watches.
create or replace function registration_name_public(p_event bigint, p_account bigint, p_name_public boolean)
returns table (o_done boolean, o_org_epoch text, o_org bigint, o_pub_epoch text, o_pub bigint)
language plpgsql set lock_timeout = '2s' as $$
declare
    v_old registration%rowtype;
begin
    perform event_lock(p_event);
    select * into v_old from registration
    where event_id = p_event and account_id = p_account and name_public <> p_name_public;
    o_done := found;
    if o_done and v_old.status = 'accepted' and not v_old.private then
        perform registration_withdraw(p_event, p_account, 'private');
        perform registration_enter_public(p_event, p_account, p_name_public);
    elsif o_done then
        update registration set name_public = p_name_public where registration_id = v_old.registration_id;
    end if;
    return query select o_done, t.* from feed_tokens(p_event) t;
end $$;
