-- wished_at: when, in the database's time, whoever changed this registration last asked for it. An older wish whose call
-- comes later, because its outcome was unknown and it was made again, changes nothing.
-- public_seq: the public number of the person's newest `joined`. A line with a smaller number belonged to a reference that
-- was given up.
alter table registration
    add wished_at  timestamptz not null default '-infinity',
    add public_seq bigint      not null default 0;
