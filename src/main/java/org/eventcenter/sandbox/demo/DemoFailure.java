package org.eventcenter.sandbox.demo;

/** The hub did not let the demo's people do what its users can do. */
final class DemoFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    DemoFailure(String what) {
        super(what);
    }
}
