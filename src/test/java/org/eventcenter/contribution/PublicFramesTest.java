package org.eventcenter.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the public is told when single edits and people change, and what it is not told. */
@ExtendWith(VertxExtension.class)
class PublicFramesTest {
    private CountedEvent counted;

    @BeforeEach
    void open(Vertx vertx) throws Exception {
        counted = new CountedEvent(vertx);
    }

    @AfterEach
    void close() throws Exception {
        counted.close();
    }

    @Test
    void a_private_person_leaves_the_public_row_the_same_version() throws Exception {
        var before = counted.publicRow();

        counted.join(true);
        counted.record(70, "7", "5");
        counted.revert(70, true);
        counted.revert(70, false);
        counted.sql("select registration_name_public(%d, %d, false)", counted.event, counted.person);
        counted.sql("select registration_take_back(%d, %d, 'cancelled')", counted.event, counted.person);
        counted.join(true);

        assertThat(counted.publicRow()).isEqualTo(before);
        assertThat(counted.total(1, "edits")).isEqualTo(1);
    }

    @Test
    void an_edit_without_a_public_line_that_is_reverted_is_told_as_a_recount() throws Exception {
        counted.join(false);
        counted.record(70, "7", "5");
        counted.sql("select registration_take_back(%d, %d, 'private')", counted.event, counted.person);
        counted.sql("select registration_go_public(%d, %d, true)", counted.event, counted.person);
        var before = counted.head(2);

        counted.revert(70, true);

        var frame = counted.after(2, before);
        assertThat(CountedEvent.kinds(frame)).containsExactly("recounted");
        assertThat(frame.getJsonObject("totals").getInteger("edits")).isZero();
        assertThat(frame.getJsonArray("edits")).isEmpty();
    }

    @Test
    void a_revert_and_a_take_back_in_one_frame_bring_the_minutes_whole() throws Exception {
        counted.join(false);
        counted.record(70, "7", "5");
        var before = counted.head(2);

        counted.revert(70, true);
        counted.sql("select registration_take_back(%d, %d, 'private')", counted.event, counted.person);

        var frame = counted.after(2, before);
        assertThat(CountedEvent.kinds(frame)).containsExactly("withdrawn");
        assertThat(frame.getBoolean("whole")).isTrue();
        assertThat(frame.getJsonArray("minutes")).isEmpty();
    }

    @Test
    void giving_up_the_consent_to_the_name_renews_the_reference() throws Exception {
        counted.join(false);
        var reference = counted.text("select public_ref from registration");
        var before = counted.head(2);

        counted.sql("select registration_name_public(%d, %d, false)", counted.event, counted.person);

        var frame = counted.after(2, before);
        var renewed = frame.getJsonArray("entries").getJsonObject(1);
        assertThat(CountedEvent.kinds(frame)).containsExactly("withdrawn", "joined");
        assertThat(frame.getJsonArray("entries").getJsonObject(0).getString("ref"))
                .isEqualTo(reference);
        assertThat(renewed.getString("ref")).isNotEqualTo(reference);
        assertThat(renewed.getString("name")).isNull();
    }

    @Test
    void a_snapshot_and_a_catch_up_stay_below_32_KiB_whatever_people_and_pages_are_called() throws Exception {
        counted.sql("update account set name = repeat('ß', 127) || account_id");
        counted.join(false);
        var before = counted.head(2);
        for (int revision = 1; revision <= 120; revision++) {
            counted.record(revision, "7", "5", "repeat('\"', 255)");
        }

        var frame = counted.after(2, before);

        assertThat(frame.getString("type")).isEqualTo("snapshot");
        assertThat(frame.encode().getBytes(StandardCharsets.UTF_8)).hasSizeBetween(15_000, 32_768);
    }
}
