-- The desk's call: joins of one event, in the order in which they came. Answers each with its outcome:
--   joined             is in by this call, or was by an earlier one with the same request id
--   already            was in before; private and name_public are as they are, not as asked
--   full, not_yet_open, closed, ended, cancelled, removed
--   again              none of the three codes was free
--   superseded         is not in, by a later wish than this one
-- A place that an organizer gives (p_by_organizer) also goes to people before the opening, after the end and to those who
-- were removed; never beyond the capacity. A request id that is known is not decided again: a blind retry does not bring
-- back somebody who cancelled in between. p_private null: as the person was before, public for a newcomer. p_wished_at:
-- when each asked, in the database's time (null: now); what is older than the newest wish about a person changes nothing.
create or replace function registration_join(
    p_event bigint, p_request uuid[], p_account bigint[], p_private boolean[], p_name_public boolean[],
    p_by_organizer boolean[], p_code1 text[], p_code2 text[], p_code3 text[], p_wished_at timestamptz[] default null)
returns table (
    o_ord int, o_outcome text, o_registration bigint, o_code text, o_private boolean, o_name_public boolean,
    o_org_epoch text, o_org bigint, o_pub_epoch text, o_pub bigint)
language plpgsql set lock_timeout = '2s' set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
    v_head     record;
    v_now      timestamptz;
    v_closed   text;
    v_status   text;
    v_free     bigint;
    v_ord      int[];
    v_outcome  text[];
    v_returned bigint[];
begin
    v_head := event_lock(p_event);
    p_account := accounts_held(p_account);
    v_now := clock_timestamp();
    v_closed := registration_closed(p_event);
    select e.status, coalesce(e.capacity - f.participants, 2147483647) into v_status, v_free
    from event e join feed f on f.event_id = e.event_id and f.audience = 1
    where e.event_id = p_event;

    with known as materialized (
        select a.ord, a.request, a.account, a.by_organizer, a.code1, a.code2, a.code3,
            coalesce(a.private, r.private, false) as private, a.name_public, coalesce(a.wished_at, v_now) as wished_at,
            r.registration_id, r.status, r.code, coalesce(r.request_id = a.request, false) as repeated,
            coalesce(registration_is_newer(r.wished_at, coalesce(a.wished_at, v_now)), false) as superseded,
            case when a.by_organizer then case when v_status = 'cancelled' then 'cancelled' end else v_closed end as closed
        from unnest(p_request, p_account, p_private, p_name_public, p_by_organizer, p_code1, p_code2, p_code3,
                p_wished_at)
            with ordinality a (
                request, account, private, name_public, by_organizer, code1, code2, code3, wished_at, ord)
        left join lateral (
            select * from registration r where r.event_id = p_event and r.account_id = a.account limit 1) r on true
    ),
    -- Who would be in if there are places: each person once, by the first who asks.
    wanted as materialized (
        select distinct on (account) *, max(wished_at) over (partition by account) as newest_wish from known
        where not repeated and not superseded and closed is null
            and (registration_id is null or status = 'cancelled' or status = 'removed' and by_organizer)
        order by account, ord
    ),
    -- The first candidate that is free in the event and that nobody earlier in the batch names.
    codes as materialized (
        select distinct on (c.ord) c.ord, c.code
        from (
            select w.ord, v.choice, v.code, row_number() over (partition by v.code order by w.ord, v.choice) = 1 as mine
            from wanted w, lateral (values (1, w.code1), (2, w.code2), (3, w.code3)) v (choice, code)
            where w.registration_id is null) c
        left join lateral (
            select true as taken from registration r where r.event_id = p_event and r.code = c.code limit 1) t on true
        where c.mine and t.taken is null
        order by c.ord, c.choice
    ),
    able as materialized (
        select w.*, coalesce(w.code, c.code) as given_code, row_number() over (order by w.ord) as place
        from wanted w left join codes c using (ord)
        where w.registration_id is not null or c.code is not null
    ),
    placed as materialized (
        select a.*, row_number() over (order by ord) as number,
            count(*) filter (where not private) over (order by ord) as public_number
        from able a where place <= v_free
    ),
    inserted as (
        insert into registration as r (
            event_id, account_id, name, code, private, name_public, status, request_id, changed_seq, wished_at,
            public_seq)
        select p_event, account, (select name from account a where a.account_id = placed.account), given_code, private, name_public, 'accepted', request,
            v_head.org + number, newest_wish, v_head.pub + public_number
        from placed where registration_id is null
        returning r.account_id, r.registration_id
    ),
    returned as (
        update registration r
        set status = 'accepted', private = p.private, name_public = p.name_public, request_id = p.request,
            changed_seq = v_head.org + p.number, joined_at = clock_timestamp(), public_ref = default,
            wished_at = p.newest_wish, public_seq = v_head.pub + p.public_number
        from placed p
        where r.registration_id = p.registration_id
        returning r.account_id, r.registration_id
    ),
    -- Who is in already and asks again has spoken, too: an older wish to leave is over.
    spoken as (
        update registration r
        set wished_at = k.wished_at
        from (select registration_id, max(wished_at) as wished_at from known
            where status = 'accepted' and not repeated and not superseded group by registration_id) k
        where r.registration_id = k.registration_id
    ),
    done as materialized (
        select p.ord, p.number, p.public_number, p.private, p.account, p.request, d.registration_id
        from placed p
        join (select * from inserted union all select * from returned) d on d.account_id = p.account
    ),
    entries as (
        insert into feed_entry (event_id, audience, seq, kind, registration_id)
        select p_event, 1, v_head.org + number, 'joined', registration_id from done
        union all
        select p_event, 2, v_head.pub + public_number, 'joined', registration_id from done where not private
    ),
    moved as (
        update feed f set last_seq = last_seq + s.joined, participants = participants + s.joined
        from (
            select 1 as audience, count(*) as joined from done
            union all select 2, count(*) from done where not private) s
        where f.event_id = p_event and f.audience = s.audience and s.joined > 0
    )
    select
        array_agg(k.ord order by k.ord),
        array_agg(case
            when k.repeated or k.ord = d.ord or k.request = d.request then 'joined'
            when k.status = 'accepted' or d.ord is not null then 'already'
            when k.superseded then 'superseded'
            when k.status = 'removed' and not k.by_organizer then 'removed'
            when k.closed is not null then k.closed
            when a.ord is null then 'again'
            else 'full' end order by k.ord),
        (select array_agg(account_id) from returned)
    into v_ord, v_outcome, v_returned
    from known k
    left join done d on d.account = k.account
    left join able a on a.account = k.account;

    if v_returned is not null then
        perform event_changed(p_event, v_returned);
    end if;
    return query
    select a.ord, a.outcome, r.registration_id, r.code, r.private, r.name_public, t.*
    from unnest(v_ord, v_outcome, p_account) a (ord, outcome, account)
    left join lateral (
        select * from registration x
        where x.event_id = p_event and x.account_id = a.account and a.outcome in ('joined', 'already') limit 1) r on true
    cross join feed_tokens(p_event) t
    order by a.ord;
end $$;
