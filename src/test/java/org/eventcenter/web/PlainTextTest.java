package org.eventcenter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PlainTextTest {
    @Test
    void marks_that_deceive_the_eye_or_a_parser_are_gone() {
        assertThat(new PlainText("a\u0000b\u001Bc\u007Fd\u0085e\u202Ef\u2066g\u200Fh").value())
                .isEqualTo("abcdefgh");
        assertThat(new PlainText("x\uD800y\uDC00z \uD83C\uDF31").value()).isEqualTo("xyz \uD83C\uDF31");
    }

    @Test
    void a_line_has_no_breaks_of_any_kind() {
        assertThat(PlainText.line(" a\r\nb\u2028c\td\u2029 ").value()).isEqualTo("a b c d");
    }

    @Test
    void other_writing_is_left_as_it_is() {
        var text = "Ελληνικά, עברית, العربية, 日本語, ไทย";

        assertThat(PlainText.line(text).value()).isEqualTo(text);
    }

    @Test
    void data_for_scripts_cannot_leave_its_element() {
        var data = Pages.data(Map.of("title", "</script><script>alert(1)</script><!--\u2028&amp;"));

        assertThat(data).doesNotContain("<", ">", "&", "\u2028").contains("\\u003c/script");
    }
}
