-- What people join. The window is start <= time of the revision < end, in seconds UTC. A person may join from opens_at
-- (null: at once) until closes_at or the end, whichever is first; capacity null: no limit.
create table event (
    event_id        bigint generated always as identity primary key,
    slug            text        not null,
    short_code      text        not null,
    name            text        not null,
    description     text        not null default '',
    status          text        not null,
    test            boolean     not null default false,
    starts_at       timestamptz not null,
    ends_at         timestamptz not null,
    time_zone       text        not null default 'UTC',
    opens_at        timestamptz,
    closes_at       timestamptz,
    capacity        int,
    scope_version   int         not null default 1,
    -- A recount in chunks that is under way: which one, and the last (wiki, revision) that is done. Null: none.
    recount_version int         not null default 0,
    recount_wiki    text,
    recount_rev     bigint,
    created_at      timestamptz not null default clock_timestamp(),
    final_at        timestamptz,
    constraint event_slug_once unique (slug),
    constraint event_short_code_once unique (short_code),
    constraint event_status_known check (status in ('draft', 'published', 'cancelled')),
    constraint event_capacity_not_negative check (capacity >= 0),
    constraint event_ends_after_start check (starts_at < ends_at),
    constraint event_whole_seconds check (
        starts_at = date_trunc('second', starts_at) and ends_at = date_trunc('second', ends_at))
);
-- The public list: ongoing and upcoming by start, past by end.
create index event_listed_by_start on event (starts_at, event_id) where status <> 'draft' and not test;
create index event_listed_by_end on event (ends_at, event_id) where status <> 'draft' and not test;

create table event_wiki (
    event_id   bigint not null references event,
    wiki       text   not null,
    namespaces int[]  not null,
    primary key (event_id, wiki)
);

create table goal (
    event_id bigint not null references event,
    goal     int    not null,
    metric   text   not null,
    target   bigint not null,
    primary key (event_id, goal),
    constraint goal_metric_known check (
        metric in ('participants', 'active', 'edits', 'created', 'articles', 'bytes_added', 'bytes_removed')),
    constraint goal_target_positive check (target > 0)
);

create table event_organizer (
    event_id   bigint not null references event,
    account_id bigint not null references account,
    role       text   not null,
    primary key (event_id, account_id),
    constraint event_organizer_role_known check (role in ('owner', 'organizer'))
);
create index event_organizer_account on event_organizer (account_id, event_id);
