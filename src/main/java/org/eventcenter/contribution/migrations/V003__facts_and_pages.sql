-- Two facts of an edit: what is saved is a redirect; and nothing was changed (size and hash are those of the version
-- before). Null: the source does not say.
alter table contribution add column redirect boolean, add column unchanged boolean;

-- The edits of a page by its title: where a source that has no page ids (recentchange) finds the id that another one
-- told, and that one finds the edits that have none. It leads with the title, so that no look-up of a single edit takes it.
create index contribution_title on contribution (title, wiki, event_id, page_id);

-- Edits of an event that were not recorded because something of the event alone could not be written for so long that
-- other events would have had to wait: the stream is to be read again for it between these times (of the stream). A row
-- goes when that is done.
create table recording_gap (
    event_id bigint      primary key,
    from_at  timestamptz not null,
    to_at    timestamptz not null,
    changes  bigint      not null,
    at       timestamptz not null default clock_timestamp()
);
