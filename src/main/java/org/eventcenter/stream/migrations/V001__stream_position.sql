-- From where each topic is read again, in the time of the stream: a low-water mark, written after the rows below it.
create table stream_position (
    topic text        primary key,
    at    timestamptz not null
) with (fillfactor = 20);
