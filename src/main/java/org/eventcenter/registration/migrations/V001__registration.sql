-- A person in an event. code is for the door; public_ref stands in public entries and is a new one each time the person
-- becomes public again. changed_seq is the organizers' number that last touched the person. request_id is that of the
-- join that brought the person in, so that the same call again returns its old answer.
create table registration (
    registration_id bigint generated always as identity primary key,
    event_id        bigint      not null,
    account_id      bigint      not null,
    code            text        not null,
    public_ref      text        not null default left(replace(gen_random_uuid()::text, '-', ''), 12),
    private         boolean     not null,
    name_public     boolean     not null,
    status          text        not null,
    request_id      uuid,
    changed_seq     bigint      not null,
    joined_at       timestamptz not null default clock_timestamp(),
    counted         int         not null default 0,
    counted_public  int         not null default 0,
    constraint registration_account_once unique (event_id, account_id),
    constraint registration_code_once unique (event_id, code),
    constraint registration_status_known check (status in ('accepted', 'cancelled', 'removed')),
    constraint registration_counted_not_negative check (counted >= 0 and counted_public >= 0)
) with (fillfactor = 85);
create index registration_of_account on registration (account_id, event_id);
alter table registration alter column event_id set statistics 0;
