package org.eventcenter.command;

import org.eventcenter.config.Section;

/**
 * How the hub writes its log, always to standard output.
 *
 * @param json one JSON object a line, for programs, instead of text for people
 */
public record LoggingConfig(boolean json, Level level) {
    public enum Level {
        ERROR,
        WARN,
        INFO,
        DEBUG
    }

    public static LoggingConfig from(Section section) {
        return new LoggingConfig(section.flag("json", false), section.oneOf("level", Level.INFO));
    }

    /** To be called before the first logger is made: the logging library reads this once. */
    void apply() {
        System.setProperty("logback.configurationFile", json ? "logback-json.xml" : "logback.xml");
        System.setProperty("event-center.log.level", level.name());
        System.setProperty("event-center.log.level.others", level == Level.ERROR ? "ERROR" : "WARN");
    }
}
