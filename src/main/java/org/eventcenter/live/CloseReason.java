package org.eventcenter.live;

/** Why a socket was closed by us: the code that the browser sees, and whether it should come back. */
public enum CloseReason {
    /** A stop or a restart; the text of the close says after how many milliseconds to come back. */
    RESTART(1012, true, "restart"),
    /** Something that is needed for an answer is away for a moment. */
    TRY_LATER(1013, true, "try again later"),
    /** No text, no JSON, no hello, or more than 8 KiB of it: the program at the other end is not ours. */
    UNREADABLE(4400, false, "unreadable"),
    SIGN_IN(4401, false, "sign in"),
    FORBIDDEN(4403, false, "forbidden"),
    /** No such feed; the same for one that the visitor may not know of. */
    UNKNOWN(4404, false, "unknown"),
    /** Said no hello in time, or took nothing for too long. */
    SLOW(4408, true, "slow"),
    /** The hello names only versions of the protocol that are not spoken here: load the page again. */
    RELOAD(4426, false, "reload"),
    /** Too many frames, feeds or sockets. */
    TOO_MANY(4429, true, "too many");

    private final short code;
    private final boolean comesBack;
    private final String text;

    CloseReason(int code, boolean comesBack, String text) {
        this.code = (short) code;
        this.comesBack = comesBack;
        this.text = text;
    }

    public short code() {
        return code;
    }

    /** Whether the browser connects again by itself. */
    public boolean comesBack() {
        return comesBack;
    }

    public String text() {
        return text;
    }
}
