package org.eventcenter.contribution;

import org.eventcenter.stream.Change;

/** A revision by somebody who may be in the event for which it waits. */
record ParticipantEdit(long accountId, Change.Revision revision) {}
