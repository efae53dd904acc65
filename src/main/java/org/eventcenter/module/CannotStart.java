package org.eventcenter.module;

/** Something that the operator can mend keeps the hub from starting; the text is one sentence that says what. */
public final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CannotStart(String sentence) {
        super(sentence);
    }

    /** The cause goes to the log only. */
    public CannotStart(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
