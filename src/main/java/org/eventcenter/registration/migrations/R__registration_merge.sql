-- Brings what a merged account has in an event to the account that it went into: one call an event, which may be made
-- again. Of two places the older one stays, with its code; who was private in either is private, and the name is public
-- only where both agreed. The other place is nobody's from then on. o_done: false when nothing was left to do.
create or replace function registration_merge(p_event bigint, p_account bigint)
returns table (o_done boolean, o_org_epoch text, o_org bigint, o_pub_epoch text, o_pub bigint)
language plpgsql set lock_timeout = '2s' as $$
declare
    v_into bigint;
begin
    perform event_lock(p_event);
    select a.merged_into into v_into
    from account a join registration r on r.event_id = p_event and r.account_id = a.account_id
    where a.account_id = p_account and a.merged_into is not null;
    o_done := found;
    if o_done then
        perform registration_merge_places(p_event, p_account, v_into);
    end if;
    return query select o_done, t.* from feed_tokens(p_event) t;
end $$;

-- Under the event's lock.
create or replace function registration_merge_places(p_event bigint, p_account bigint, p_into bigint) returns void
language plpgsql as $$
declare
    v_kept    registration%rowtype;
    v_other   registration%rowtype;
    v_private boolean;
    v_named   boolean;
begin
    select * into v_kept from registration
    where event_id = p_event and account_id in (p_account, p_into)
    order by registration_id limit 1;
    select * into v_other from registration
    where event_id = p_event and account_id in (p_account, p_into) and registration_id > v_kept.registration_id;
    v_private := v_kept.private or coalesce(v_other.private, false);
    v_named := v_kept.name_public and coalesce(v_other.name_public, true);
    if v_other.status = 'accepted' then
        perform registration_withdraw(p_event, v_other.account_id, 'cancelled');
    end if;
    -- Nobody's: no account has such a number. Its entries keep what they say.
    update registration set account_id = -registration_id where registration_id = v_other.registration_id;
    update registration
    set account_id = p_into, name = null, wished_at = greatest(wished_at, v_other.wished_at),
        status = case
            when status <> 'accepted' and v_other.status <> 'accepted' and 'removed' in (status, v_other.status)
            then 'removed' else status end
    where registration_id = v_kept.registration_id;
    perform event_account_merged(p_event, p_account, p_into);
    perform registration_settle(p_event, p_into, v_other.status = 'accepted', v_private, v_named);
    perform registration_rename(p_event, p_into);
end $$;

-- The place that stays becomes what both were. p_in: the other one was in. Under the event's lock.
create or replace function registration_settle(
    p_event bigint, p_account bigint, p_in boolean, p_private boolean, p_named boolean)
returns void
language plpgsql as $$
declare
    v_head record := event_lock(p_event);
    v_kept registration%rowtype;
begin
    select * into v_kept from registration where event_id = p_event and account_id = p_account;
    if v_kept.status = 'accepted' and p_private and not v_kept.private then
        perform registration_withdraw(p_event, p_account, 'private');
    end if;
    update registration set private = p_private, name_public = p_named where registration_id = v_kept.registration_id;
    if v_kept.status = 'accepted' then
        if v_kept.name_public and not p_named then
            perform registration_renew_reference(p_event, p_account);
        end if;
        perform event_changed(p_event, array[p_account]);
    elsif p_in then
        update registration
        set status = 'accepted', public_ref = default, changed_seq = v_head.org + 1, public_seq = v_head.pub + 1
        where registration_id = v_kept.registration_id;
        insert into feed_entry (event_id, audience, seq, kind, registration_id)
        select p_event, 1, v_head.org + 1, 'joined', v_kept.registration_id
        union all
        select p_event, 2, v_head.pub + 1, 'joined', v_kept.registration_id where not p_private;
        update feed set last_seq = last_seq + 1, participants = participants + 1
        where event_id = p_event and (audience = 1 or not p_private);
        perform event_changed(p_event, array[p_account]);
    end if;
end $$;
