package org.eventcenter.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShellWordTest {
    @Test
    void what_a_shell_would_part_or_read_as_its_own_is_quoted() {
        assertThat(ShellWord.quoted("/srv/Dätä-1.0")).isEqualTo("/srv/Dätä-1.0");
        assertThat(ShellWord.quoted("/srv/my data")).isEqualTo("'/srv/my data'");
        assertThat(ShellWord.quoted("~/$(id)/it's")).isEqualTo("'~/$(id)/it'\\''s'");
        assertThat(ShellWord.quoted("")).isEqualTo("''");
    }
}
