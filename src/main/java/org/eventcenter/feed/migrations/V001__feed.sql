-- One row for each audience of an event: 1 organizers, 2 public. The organizers' row is the event's lock. It holds the
-- head and the totals of that audience, so that an entry and what it moves are one update. No index but the key and much
-- free space in the pages: every update stays in its page (HOT).
create table feed (
    event_id      bigint   not null,
    audience      smallint not null constraint feed_audience_known check (audience in (1, 2)),
    epoch         text     not null default left(replace(gen_random_uuid()::text, '-', ''), 8),
    last_seq      bigint   not null default 0,
    first_seq     bigint   not null default 1,
    withdrawn_seq bigint   not null default 0,
    participants  int      not null default 0,
    active        int      not null default 0,
    edits         bigint   not null default 0,
    created       bigint   not null default 0,
    articles      bigint   not null default 0,
    bytes_added   bigint   not null default 0,
    bytes_removed bigint   not null default 0,
    primary key (event_id, audience)
) with (fillfactor = 20, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

-- What is no contribution. No entry holds a name: names are joined at the read, so taking one back is one update. There
-- are no foreign keys: the locked feed row is the proof that the event exists.
create table feed_entry (
    event_id        bigint      not null,
    audience        smallint    not null,
    seq             bigint      not null,
    kind            text        not null,
    at              timestamptz not null default clock_timestamp(),
    registration_id bigint,
    body            jsonb       not null default '{}',
    primary key (event_id, audience, seq)
);
create index feed_entry_person on feed_entry (event_id, registration_id) where registration_id is not null;
-- The newest people of a snapshot, under any run of corrections.
create index feed_entry_joined on feed_entry (event_id, audience, seq)
    where kind = 'joined' and registration_id is not null;
-- An event younger than the last ANALYZE is in no statistics and looks like one row, which makes any index that leads
-- with event_id look right. Without statistics the planner uses the average instead.
alter table feed_entry alter column event_id set statistics 0;
