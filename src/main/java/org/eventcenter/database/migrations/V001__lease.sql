-- Who may do what only one node may do, in the database's time. Every holder has an epoch of its own.
create table lease (
    name   text        primary key,
    epoch  bigint      not null,
    holder text        not null,
    until  timestamptz not null
) with (fillfactor = 20);

-- Who is alive: each node writes its row every two seconds.
create table node (
    node_id    text        primary key,
    version    text        not null,
    started_at timestamptz not null,
    beat_at    timestamptz not null
) with (fillfactor = 20);
