package org.eventcenter.account;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eventcenter.config.Section;

/**
 * Who runs the hub, and how long sessions last.
 *
 * @param operators central ids of those who may do everything
 * @param sessionIdle a session that was not used for this long has ended
 */
public record AccountConfig(Set<Long> operators, Duration sessionIdle) {
    public AccountConfig {
        operators = Set.copyOf(operators);
    }

    /** Section {@code account}. */
    public static AccountConfig from(Section section) {
        var operators = new HashSet<Long>();
        for (var id : section.texts("operators", List.of())) {
            if (id.matches("[1-9][0-9]{0,17}")) {
                operators.add(Long.parseLong(id));
            } else {
                section.reject("operators", "\"" + id + "\" is not the number of a central account");
            }
        }
        return new AccountConfig(operators, section.duration("session_idle", "7d"));
    }
}
