-- A person as the hub knows them. central_id is the wiki farm's number of the person, null while unconfirmed; names
-- change, so nothing but a claim or a recentchange row is matched by one.
create table account (
    account_id     bigint generated always as identity primary key,
    central_id     bigint,
    name           text not null,
    canonical_name text not null,
    constraint account_central_id_once unique (central_id)
);
create index account_canonical_name on account (canonical_name);
