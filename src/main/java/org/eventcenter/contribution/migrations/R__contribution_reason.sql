-- Why an edit does not count: the first reason that holds; null = it counts. Every place that decides calls this one.
-- p_namespaces null: the wiki is not (or no longer) in the event. p_scope_ok is the verdict of the scope policy.
create or replace function contribution_reason(
    p_status text, p_at timestamptz, p_starts timestamptz, p_ends timestamptz, p_namespace int, p_namespaces int[],
    p_bot boolean, p_kind text, p_reverted boolean, p_scope_ok boolean)
returns text
language sql immutable as $$
    select case
        when p_status is distinct from 'accepted' then 'not_registered'
        when p_at < p_starts then 'before'
        when p_at >= p_ends then 'after'
        when p_namespaces is null then 'wiki'
        when p_namespace <> all (p_namespaces) then 'namespace'
        when p_bot then 'bot'
        when p_kind = 'move' then 'move'
        when p_reverted then 'reverted'
        when not p_scope_ok then 'scope'
        end
$$;
