-- Every node asks each second for the events that are not final, however many there ever were.
create index event_not_final on event (ends_at, event_id) where final_at is null and status <> 'draft';
