-- Sessions that hold. The cookie bears the id, the table its hash; a row that is gone ends the session on every node.
-- operator: it was opened by a link that the operator's terminal printed.
create table web_session (
    session_hash text        primary key,
    account_id   bigint      not null references account,
    operator     boolean     not null,
    created_at   timestamptz not null default clock_timestamp(),
    last_seen_at timestamptz not null default clock_timestamp(),
    expires_at   timestamptz not null
);
create index web_session_account on web_session (account_id);

-- Links that sign somebody in once. A row that is there has not been used.
create table one_time_link (
    code_hash  text        primary key,
    account_id bigint      not null references account,
    operator   boolean     not null,
    path       text        not null,
    expires_at timestamptz not null
);

create table api_token (
    token_hash text        primary key,
    account_id bigint      not null references account,
    created_at timestamptz not null default clock_timestamp()
);
