package org.eventcenter.config;

import java.util.List;

/** All that is wrong with a configuration, each mistake one sentence for the operator. */
public final class ConfigMistakes extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<String> mistakes;

    ConfigMistakes(List<String> mistakes) {
        super(String.join("\n", mistakes));
        this.mistakes = List.copyOf(mistakes);
    }

    public List<String> mistakes() {
        return mistakes;
    }
}
