-- From where each topic is read again, in the time of the stream: a low-water mark, written after the rows below it.
create table stream_position (
    topic text        primary key,
    at    timestamptz not null
) with (fillfactor = 20);

-- What could not be read or recorded although all around it could: kept for the operator, shortened. Events that nobody
-- could read have the SQLSTATE of malformed text, 22000.
create table quarantine (
    quarantine_id bigint generated always as identity primary key,
    at            timestamptz not null default clock_timestamp(),
    topic         text,
    event_id      bigint,
    sqlstate      text        not null,
    reason        text        not null,
    body          text,
    constraint quarantine_body_short check (octet_length(body) <= 8192)
);
