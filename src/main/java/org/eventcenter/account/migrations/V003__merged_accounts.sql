-- merged_into: this account of the hub alone turned out to be that of a person whom the wiki knows. What it had went
-- there, and it is found under no name any more.
alter table account add merged_into bigint references account;
create index account_merged on account (merged_into) where merged_into is not null;
