package org.eventcenter.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SseReaderTest {
    private static final int LIMIT = 200;

    private final List<String> read = new ArrayList<>();

    @Test
    void a_frame_of_the_service_is_read() {
        feed(":ok\n\nevent: message\nid: [{\"topic\":\"a\"}]\ndata: {\"a\": 1}\n\n");

        assertThat(read).containsExactly("message {\"a\": 1}");
    }

    @Test
    void lines_end_in_three_ways() {
        feed("data: a\r\ndata: b\rdata: c\n\r\ndata:d\r\rdata: e\n\n");

        assertThat(read).containsExactly("message a\nb\nc", "message d", "message e");
    }

    @Test
    void only_one_blank_is_taken_off_and_a_colon_is_not_needed() {
        feed("data:  a: b\n\ndata\n\ndata\ndata\n\n");

        assertThat(read).containsExactly("message  a: b", "message ", "message \n");
    }

    @Test
    void comments_unknown_fields_and_frames_without_data_say_nothing() {
        feed(": data: no\nretry: 7\nDATA: no\ndatas: no\nid\n\nevent: error\n\ndata: yes\n\n");

        assertThat(read).containsExactly("message yes");
    }

    @Test
    void an_event_name_holds_for_one_frame() {
        feed("event: error\ndata: a\n\ndata: b\n\n");

        assertThat(read).containsExactly("error a", "message b");
    }

    @Test
    void a_frame_without_its_end_is_not_told() {
        feed("data: a\n\ndata: b\n");

        assertThat(read).containsExactly("message a");
    }

    @Test
    void a_byte_order_mark_is_skipped_at_the_very_beginning_only() {
        feed("\uFEFFdata: a\n\n\uFEFFdata: b\n\n");

        assertThat(read).containsExactly("message a");
    }

    @Test
    void a_huge_frame_is_counted_and_skipped() {
        feed("data: " + "x".repeat(LIMIT + 1) + "\n\ndata: a\n\n" + ("data: " + "y".repeat(90) + "\n").repeat(3) + "\n"
                + ": " + "z".repeat(3 * LIMIT) + "\ndata: b\n\n");

        assertThat(read).containsExactly("huge", "message a", "huge", "message b");
    }

    @Test
    void a_frame_of_exactly_the_limit_is_read() {
        feed("data: " + "x".repeat(LIMIT) + "\n\n");

        assertThat(read).containsExactly("message " + "x".repeat(LIMIT));
    }

    /** However the bytes are cut, also within characters and line ends, the same frames come out. */
    @Test
    void any_cut_gives_the_same_frames() {
        for (int seed = 0; seed < 2_000; seed++) {
            var random = new Random(seed);
            var bytes = randomStream(random);
            var whole = frames(List.of(bytes));

            var cut = frames(randomCuts(bytes, random));

            assertThat(cut).as("seed %d", seed).isEqualTo(whole);
        }
    }

    @Test
    void random_bytes_do_no_harm() {
        for (int seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var garbage = new byte[random.nextInt(3_000)];
            random.nextBytes(garbage);
            var after = "\n\ndata: after\n\n".getBytes(UTF_8);

            assertThat(frames(List.of(garbage, after))).as("seed %d", seed).endsWith("message after");
        }
    }

    private void feed(String text) {
        read.addAll(frames(List.of(text.getBytes(UTF_8))));
    }

    private static List<String> frames(List<byte[]> chunks) {
        var frames = new ArrayList<String>();
        var reader = new SseReader(LIMIT, new SseHandler() {
            @Override
            public void message(String name, byte[] data) {
                frames.add(name + " " + new String(data, UTF_8));
            }

            @Override
            public void huge() {
                frames.add("huge");
            }
        });
        chunks.forEach(reader::read);
        return frames;
    }

    private static byte[] randomStream(Random random) {
        var pieces = List.of(
                "data: ",
                "data",
                "event: e",
                "id: 1",
                ":",
                "\n",
                "\n",
                "\n\n",
                "\r",
                "\r\n",
                "\r\n\r\n",
                "ü🌉",
                "\uFEFF",
                " ",
                "text",
                "x".repeat(150));
        var stream = new StringBuilder();
        for (int i = random.nextInt(60); i > 0; i--) {
            stream.append(pieces.get(random.nextInt(pieces.size())));
        }
        return stream.toString().getBytes(UTF_8);
    }

    private static List<byte[]> randomCuts(byte[] bytes, Random random) {
        var chunks = new ArrayList<byte[]>();
        int longest = 1 + random.nextInt(12);
        for (int from = 0; from < bytes.length; ) {
            int to = Math.min(bytes.length, from + random.nextInt(longest + 1));
            chunks.add(Arrays.copyOfRange(bytes, from, to));
            from = to;
        }
        return chunks;
    }
}
