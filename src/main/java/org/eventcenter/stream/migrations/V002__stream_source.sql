-- How the source of edits stands, told by the node that reads it: one row. exact_up_to: every edit that the wiki told of
-- before this moment is recorded. Read it with stream_source_now(), which knows what it means when nobody tells.
create table stream_source (
    only_one    boolean     primary key default true,
    state       text        not null,
    since       timestamptz not null,
    exact_up_to timestamptz,
    told_at     timestamptz not null,
    constraint stream_source_only_one check (only_one),
    constraint stream_source_state_known check (state in ('live', 'catching_up', 'late', 'away'))
) with (fillfactor = 20);
