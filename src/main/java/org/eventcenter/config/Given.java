package org.eventcenter.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** A value as somebody wrote it, and where; a text that stands for a list has its items between commas. */
record Given(List<String> items, boolean list, String source) {
    static Given text(String text, String source) {
        return new Given(List.of(text), false, source);
    }

    /** Empty when the value is neither a scalar nor a list of scalars. */
    static Optional<Given> node(JsonNode node, String source) {
        if (node.isValueNode()) {
            return Optional.of(text(node.asText(), source));
        }
        var items = StreamSupport.stream(node.spliterator(), false).toList();
        if (!node.isArray() || !items.stream().allMatch(JsonNode::isValueNode)) {
            return Optional.empty();
        }
        return Optional.of(new Given(items.stream().map(JsonNode::asText).toList(), true, source));
    }

    String single() {
        return items.get(0).strip();
    }

    List<String> many() {
        return list
                ? items
                : Arrays.stream(single().split(","))
                        .map(String::strip)
                        .filter(item -> !item.isEmpty())
                        .toList();
    }
}
