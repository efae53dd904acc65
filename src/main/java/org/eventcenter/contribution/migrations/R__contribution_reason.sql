-- Why an edit does not count: the first reason that holds; null = it counts. Every place that decides calls this one.
-- p_namespaces null: the wiki is not (or no longer) in the event. p_scope_ok is the verdict of the scope policy.
-- The order: who, when, where (not_registered, before, after, wiki, namespace), what it is (bot, move, redirect, null_edit),
-- what became of it (reverted), and what the event is about (scope).
-- redirect: the new page is a redirect, as each move leaves one, which nobody wrote; making an article a redirect is an
-- edit of it and counts. null_edit: nothing was changed, as an import reports it; in File: (namespace 6) the same shape is
-- a new version of the file. A fact that is not known (null) is no reason.
create or replace function contribution_why_not(
    p_status text, p_at timestamptz, p_starts timestamptz, p_ends timestamptz, p_namespace int, p_namespaces int[],
    p_bot boolean, p_kind text, p_redirect boolean, p_unchanged boolean, p_reverted boolean, p_scope_ok boolean)
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
        when p_kind = 'create' and p_redirect then 'redirect'
        when p_unchanged and p_namespace <> 6 then 'null_edit'
        when p_reverted then 'reverted'
        when not p_scope_ok then 'scope'
        end
$$;
