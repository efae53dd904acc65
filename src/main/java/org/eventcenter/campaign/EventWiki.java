package org.eventcenter.campaign;

import java.util.List;

/** A wiki on which edits count, and in which of its namespaces. */
public record EventWiki(String wiki, List<Integer> namespaces) {}
