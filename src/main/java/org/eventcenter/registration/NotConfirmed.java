package org.eventcenter.registration;

/**
 * Whether a change was written is not known: the database did not answer in time. The person is told so, and may try
 * again with the same request.
 */
public final class NotConfirmed extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotConfirmed(Throwable cause) {
        super("the database did not confirm the change", cause);
    }
}
