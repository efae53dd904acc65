package org.eventcenter.stream;

/** Streams spell titles with underscores (page_change) or spaces (recentchange); both mean the same page. */
final class Titles {
    private Titles() {}

    static String readable(String title) {
        return title.replace('_', ' ');
    }
}
