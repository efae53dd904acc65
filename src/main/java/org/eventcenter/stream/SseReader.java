package org.eventcenter.stream;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Turns bytes into frames as the HTML standard's section on Server-Sent Events says; the bytes may be cut anywhere, also
 * inside a character or between CR and LF. A frame with more data than the limit is counted as huge and skipped, and
 * never held in memory. One reader for one connection, on one thread.
 */
final class SseReader {
    private static final byte LF = '\n';
    private static final byte CR = '\r';
    private static final int LONGEST_NAME = 100;
    private static final byte[] DATA = "data".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] EVENT = "event".getBytes(StandardCharsets.US_ASCII);

    private final int limit;
    private final SseHandler handler;

    /** The beginning of a line whose end has not come yet. */
    private Bytes begun = new Bytes();

    private Bytes data = new Bytes();
    private String name = "";
    private boolean hasData;
    private boolean tooMuch;
    private boolean firstLine = true;
    private boolean endedByCr;

    /** {@code limit}: the most bytes of data that a frame may hold. */
    SseReader(int limit, SseHandler handler) {
        this.limit = limit;
        this.handler = handler;
    }

    void read(byte[] chunk) {
        int start = 0;
        for (int i = 0; i < chunk.length; i++) {
            byte b = chunk[i];
            if (b != LF && b != CR) {
                continue;
            }
            boolean secondHalf = b == LF && endedByCr && i == start && begun.size() == 0;
            endedByCr = b == CR;
            if (!secondHalf) {
                endLine(chunk, start, i);
            }
            start = i + 1;
        }
        begin(chunk, start, chunk.length);
    }

    private void endLine(byte[] chunk, int from, int to) {
        if (begun.size() == 0) {
            line(chunk, from, to);
            return;
        }
        begin(chunk, from, to);
        line(begun.array(), 0, begun.size());
        begun = begun.emptied();
    }

    /** Keeps a part of a line, up to one byte more than may be in a frame: enough to see that it is too much. */
    private void begin(byte[] chunk, int from, int to) {
        int room = limit + DATA.length + 3 - begun.size();
        begun.write(chunk, from, Math.min(to - from, room));
    }

    private void line(byte[] bytes, int from, int to) {
        int start = firstLine && startsWithByteOrderMark(bytes, from, to) ? from + 3 : from;
        firstLine = false;
        if (start == to) {
            endFrame();
            return;
        }
        int colon = start;
        while (colon < to && bytes[colon] != ':') {
            colon++;
        }
        int value = Math.min(to, colon + 1 < to && bytes[colon + 1] == ' ' ? colon + 2 : colon + 1);
        field(bytes, start, colon, value, to);
    }

    private void field(byte[] bytes, int from, int colon, int value, int to) {
        if (is(DATA, bytes, from, colon)) {
            addData(bytes, value, to);
        } else if (is(EVENT, bytes, from, colon)) {
            name = new String(bytes, value, Math.min(to - value, LONGEST_NAME), StandardCharsets.UTF_8);
        }
    }

    private void addData(byte[] bytes, int from, int to) {
        if (tooMuch || data.size() + (to - from) > limit) {
            tooMuch = true;
            return;
        }
        if (hasData) {
            data.write(LF);
        }
        hasData = true;
        data.write(bytes, from, to - from);
    }

    private void endFrame() {
        if (tooMuch) {
            handler.huge();
        } else if (hasData) {
            handler.message(name.isEmpty() ? "message" : name, data.toByteArray());
        }
        data = data.emptied();
        name = "";
        hasData = false;
        tooMuch = false;
    }

    private static boolean startsWithByteOrderMark(byte[] bytes, int from, int to) {
        return to - from >= 3
                && bytes[from] == (byte) 0xEF
                && bytes[from + 1] == (byte) 0xBB
                && bytes[from + 2] == (byte) 0xBF;
    }

    private static boolean is(byte[] word, byte[] bytes, int from, int to) {
        if (to - from != word.length) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (bytes[from + i] != word[i]) {
                return false;
            }
        }
        return true;
    }

    /** Bytes that grow, read without a copy. */
    private static final class Bytes extends ByteArrayOutputStream {
        private static final int KEPT = 64 * 1024;

        byte[] array() {
            return buf;
        }

        /** The same room, or a new one where a rare large frame had made it grow. */
        Bytes emptied() {
            if (buf.length > KEPT) {
                return new Bytes();
            }
            reset();
            return this;
        }
    }
}
