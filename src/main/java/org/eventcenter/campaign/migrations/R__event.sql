-- A new event with its feeds, wikis, goals and owner. 'slug_taken' and 'short_code_taken' are answers, not errors;
-- o_event is null then.
create or replace function event_create(
    p_slug text, p_short_code text, p_name text, p_description text, p_status text, p_test boolean,
    p_starts timestamptz, p_ends timestamptz, p_time_zone text, p_opens timestamptz, p_closes timestamptz,
    p_capacity int, p_wiki text[], p_namespaces int[], p_metric text[], p_target bigint[], p_owner bigint)
returns table (o_outcome text, o_event bigint, o_org_epoch text, o_org bigint, o_pub_epoch text, o_pub bigint)
language plpgsql as $$
begin
    insert into event (
        slug, short_code, name, description, status, test, starts_at, ends_at, time_zone, opens_at, closes_at, capacity)
    values (
        p_slug, p_short_code, p_name, p_description, p_status, p_test, p_starts, p_ends, p_time_zone, p_opens, p_closes,
        p_capacity)
    on conflict do nothing
    returning event_id into o_event;
    if o_event is null then
        o_outcome := case
            when exists (select from event where slug = p_slug) then 'slug_taken' else 'short_code_taken' end;
        return next;
        return;
    end if;
    perform feed_open(o_event);
    insert into event_wiki (event_id, wiki, namespaces)
    select o_event, wiki, p_namespaces from unnest(p_wiki) w (wiki);
    insert into goal (event_id, goal, metric, target)
    select o_event, number, metric, target
    from unnest(p_metric, p_target) with ordinality g (metric, target, number);
    insert into event_organizer (event_id, account_id, role) select o_event, p_owner, 'owner' where p_owner is not null;
    return query select 'created', o_event, t.* from feed_tokens(o_event) t;
end $$;

-- Draft, published, cancelled: both audiences are told.
create or replace function event_status(p_event bigint, p_status text)
returns table (o_org_epoch text, o_org bigint, o_pub_epoch text, o_pub bigint)
language plpgsql set lock_timeout = '2s' as $$
begin
    perform event_lock(p_event);
    update event set status = p_status where event_id = p_event and status <> p_status;
    if found then
        perform feed_both(p_event, 'event', '{}');
    end if;
    return query select t.* from feed_tokens(p_event) t;
end $$;

create or replace function goal_set(p_event bigint, p_goal int, p_metric text, p_target bigint)
returns table (o_org_epoch text, o_org bigint, o_pub_epoch text, o_pub bigint)
language plpgsql set lock_timeout = '2s' as $$
begin
    perform event_lock(p_event);
    insert into goal (event_id, goal, metric, target) values (p_event, p_goal, p_metric, p_target)
    on conflict (event_id, goal) do update set metric = excluded.metric, target = excluded.target;
    perform feed_both(p_event, 'goal', '{}');
    return query select t.* from feed_tokens(p_event) t;
end $$;
