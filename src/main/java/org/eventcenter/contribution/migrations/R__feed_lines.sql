-- What a screen shows of one thing, as it is now. Names are joined here and nowhere else: those of the event, which change
-- with a number, not those of accounts. Null: not for this audience (any more).
create or replace function registration_line(p_registration bigint, p_audience smallint) returns jsonb
language sql stable as $$
    select case p_audience
        when 1 then jsonb_build_object('ref', r.registration_id::text, 'name', r.name, 'private', r.private)
        else jsonb_build_object('ref', r.public_ref, 'name', case when r.name_public then r.name end)
        end
    from registration r
    where r.registration_id = p_registration and (p_audience = 1 or r.status = 'accepted' and not r.private)
$$;

create or replace function contribution_line(c contribution, p_audience smallint) returns jsonb
language sql stable as $$
    select jsonb_build_object(
            'ref', case p_audience when 1 then r.registration_id::text else r.public_ref end,
            'name', case when p_audience = 1 or r.name_public then r.name end,
            'wiki', c.wiki, 'title', c.title, 'page', c.page_id, 'rev', c.rev_id,
            'at', extract(epoch from c.rev_at)::bigint, 'delta', c.delta, 'new', c.kind = 'create',
            'counts', case p_audience when 1 then c.counts else c.counts_public end)
        || case p_audience when 1 then jsonb_build_object('reason', c.reason) else '{}' end
    from registration r
    where r.event_id = c.event_id and r.account_id = c.account_id
        and (p_audience = 1 or r.status = 'accepted' and not r.private)
$$;
