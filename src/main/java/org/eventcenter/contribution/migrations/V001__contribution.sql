-- An edit of a participant: its facts, whether it counts and why not, and its number in each feed. It is its own entry
-- of the feed, so a fact stands in one place. counts, reason and counts_public are a pure function of the facts, the
-- person's registration, the event's window and wikis, and scope_ok (the verdict of the scope policy). org_seq is given
-- once, at the insert; pub_seq too, if it counts then and its author is public, and is lost with a take-back.
create table contribution (
    event_id       bigint      not null,
    rev_id         bigint      not null,
    account_id     bigint      not null,
    org_seq        bigint      not null,
    pub_seq        bigint,
    rev_at         timestamptz not null,
    page_id        bigint,
    reverted_as_of timestamptz,
    recorded_at    timestamptz not null default clock_timestamp(),
    namespace      int         not null,
    delta          int,
    bot            boolean     not null,
    reverted       boolean     not null,
    scope_ok       boolean     not null,
    counts         boolean     not null,
    counts_public  boolean     not null,
    wiki           text        not null,
    title          text        not null,
    kind           text        not null,
    reason         text,
    -- What makes two edits edits of the same page; no title has a #.
    page_key       text        not null generated always as (coalesce('#' || page_id, title)) stored,
    constraint contribution_kind_known check (kind in ('edit', 'create', 'move')),
    constraint contribution_counts_without_reason check (counts = (reason is null)),
    constraint contribution_public_counts check (counts or not counts_public)
);
create unique index contribution_org on contribution (event_id, org_seq);
create unique index contribution_pub on contribution (event_id, pub_seq) where pub_seq is not null;
create index contribution_person on contribution (account_id, event_id);
-- After the others: where a young table makes all of them look alike, the planner takes the newest.
alter table contribution add constraint contribution_once primary key (event_id, wiki, rev_id);

-- How many counted edits a page has, so that the number of pages stays exact when one is taken away.
create table event_page (
    event_id     bigint not null,
    wiki         text   not null,
    page_key     text   not null,
    edits        int    not null,
    edits_public int    not null,
    primary key (event_id, wiki, page_key),
    constraint event_page_not_negative check (edits >= 0 and edits_public >= 0)
) with (fillfactor = 85);

-- Counted edits in each minute of the revisions' time: the line of the last hour.
create table event_minute (
    event_id     bigint      not null,
    minute       timestamptz not null,
    edits        int         not null,
    edits_public int         not null,
    primary key (event_id, minute),
    constraint event_minute_not_negative check (edits >= 0 and edits_public >= 0)
) with (fillfactor = 50);

-- The newest fact about a revision, held or not: an edit that comes after its revert finds it here.
create table mark (
    wiki   text        not null,
    rev_id bigint      not null,
    fact   text        not null,
    value  boolean     not null,
    as_of  timestamptz not null,
    at     timestamptz not null default clock_timestamp(),
    primary key (wiki, rev_id, fact),
    constraint mark_fact_known check (fact in ('reverted'))
);
create index mark_at on mark (at);

-- See feed_entry: an event younger than the last ANALYZE must not look like one row.
alter table contribution alter column event_id set statistics 0;
alter table event_page alter column event_id set statistics 0;
alter table event_minute alter column event_id set statistics 0;

-- How far one row moves what is counted: n and np are -1, 0 or 1, for organizers and for the public.
create type counting_step as (
    account_id bigint,
    wiki       text,
    page_key   text,
    minute     timestamptz,
    delta      int,
    created    boolean,
    n          int,
    np         int
);

-- What changes of single rows do: how far they move what is counted, whose lines are corrected, and whether a public
-- figure can move that has no line.
create type counting_change as (
    steps     counting_step[],
    org_lines bigint[],
    pub_lines bigint[],
    silent    boolean
);
