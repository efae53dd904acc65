package org.eventcenter.stream;

/** Streams spell titles with underscores (page_change) or spaces (recentchange); both mean the same page. */
final class Titles {
    private static final int LONGEST_NAMESPACE = 256;

    private Titles() {}

    /** A wiki bounds the title without its namespace; a name of a namespace in letters of three bytes is long too. */
    static String readable(String title, int namespace) throws Malformed {
        var bare = namespace == 0 ? title : title.substring(title.indexOf(':') + 1);
        var name = JsonFields.shortName(bare, "the title");
        if (title.length() - name.length() > LONGEST_NAMESPACE) {
            throw new Malformed("the title's namespace is too long");
        }
        return title.replace('_', ' ');
    }
}
