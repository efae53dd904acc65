package org.eventcenter.stream;

import java.nio.charset.StandardCharsets;
import org.eventcenter.wiki.UserName;

/*
 * The look before the parsing, at the bytes of an event. It must let pass all that the parser would: in page_change four
 * accounts stand in one event, in any order, the editor's id beyond the first kilobyte. So it looks at every key that
 * names an account, wherever it stands, and gives up (says yes) at whatever it does not understand: a \\u escape
 * anywhere, since it may spell a key, or a number or a name that is not written plainly.
 */

/** Says quickly that an event is about nobody known; when in doubt it says that it may be. */
final class Glance {
    private static final byte[] CENTRAL_ID = ascii("user_central_id\"");
    private static final byte[] USER_TEXT = ascii("user_text\"");
    private static final byte[] USER = ascii("user\"");
    private static final byte[] REVERTED = ascii(TagsChange.REVERTED);

    private final Interest interest;

    Glance(Interest interest) {
        this.interest = interest;
    }

    static boolean mayTellOfRevert(byte[] event) {
        for (int i = 0; i < event.length; i++) {
            if (matches(event, i, REVERTED) || isUnicodeEscape(event, i)) {
                return true;
            }
        }
        return false;
    }

    boolean mayBeOfSomebodyKnown(byte[] event) {
        for (int i = 0; i < event.length; i++) {
            byte b = event[i];
            if (b == '\\' && isUnicodeEscape(event, i)) {
                return true;
            }
            if (b == '"' && i + 1 < event.length && event[i + 1] == 'u' && mayNameSomebodyKnown(event, i + 1)) {
                return true;
            }
        }
        return false;
    }

    private boolean mayNameSomebodyKnown(byte[] event, int key) {
        if (matches(event, key, CENTRAL_ID)) {
            int value = value(event, key + CENTRAL_ID.length);
            return value >= 0 && mayBeKnownId(event, value);
        }
        if (matches(event, key, USER_TEXT)) {
            int value = value(event, key + USER_TEXT.length);
            return value >= 0 && mayBeKnownName(event, value);
        }
        if (matches(event, key, USER)) {
            int value = value(event, key + USER.length);
            return value >= 0 && mayBeKnownName(event, value);
        }
        return false;
    }

    /** Where the value after a key begins; negative when what looked like a key was a value. */
    private static int value(byte[] event, int from) {
        int colon = afterBlanks(event, from);
        return colon < event.length && event[colon] == ':' ? afterBlanks(event, colon + 1) : -1;
    }

    private boolean mayBeKnownId(byte[] event, int from) {
        long id = 0;
        int i = from;
        while (i < event.length && event[i] >= '0' && event[i] <= '9' && i - from < 18) {
            id = 10 * id + (event[i++] - '0');
        }
        boolean plain = i > from && i < event.length && endsNumber(event[i]);
        return !plain || interest.knowsAccount(id);
    }

    private static boolean endsNumber(byte b) {
        return b == ',' || b == '}' || isBlank(b);
    }

    private boolean mayBeKnownName(byte[] event, int from) {
        if (from >= event.length || event[from] != '"') {
            return false;
        }
        int to = from + 1;
        while (to < event.length && event[to] != '"') {
            if (event[to++] == '\\') {
                return true;
            }
        }
        var name = new String(event, from + 1, to - from - 1, StandardCharsets.UTF_8);
        return interest.knowsName(isPlainlyCanonical(name) ? name : UserName.canonical(name));
    }

    /** Most names; the others take the longer way. */
    private static boolean isPlainlyCanonical(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean plain = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (i > 0 && c >= 'a' && c <= 'z');
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUnicodeEscape(byte[] event, int at) {
        return event[at] == '\\' && at + 1 < event.length && event[at + 1] == 'u';
    }

    private static int afterBlanks(byte[] event, int from) {
        int i = from;
        while (i < event.length && isBlank(event[i])) {
            i++;
        }
        return i;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    private static boolean matches(byte[] event, int from, byte[] word) {
        if (event.length - from < word.length) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (event[from + i] != word[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] ascii(String word) {
        return word.getBytes(StandardCharsets.US_ASCII);
    }
}
