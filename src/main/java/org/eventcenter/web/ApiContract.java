package org.eventcenter.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The contract of an interface, {@code /api/<file>}: each module describes its part in a file of that name beside its
 * code, and what they say is put together here, in the order of the modules.
 */
public final class ApiContract {
    private final String file;
    private final String yaml;

    private ApiContract(String file, String yaml) {
        this.file = file;
        this.yaml = yaml;
    }

    /** Reads the class path; blocks. Modules without such a file have nothing to say. */
    public static ApiContract load(String file, List<String> modules) {
        var mapper = new YAMLMapper(YAMLFactory.builder()
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                .build());
        var whole = mapper.createObjectNode();
        try {
            for (var module : modules) {
                merge(whole, part(mapper, module, file));
            }
            return new ApiContract(file, mapper.writeValueAsString(whole));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the contract " + file, e);
        }
    }

    private static JsonNode part(YAMLMapper mapper, String module, String file) throws IOException {
        try (var part = ApiContract.class.getResourceAsStream("/org/eventcenter/" + module + "/" + file)) {
            return part == null ? mapper.createObjectNode() : mapper.readTree(part);
        }
    }

    private static void merge(ObjectNode into, JsonNode part) {
        part.properties().forEach(entry -> {
            if (into.get(entry.getKey()) instanceof ObjectNode deeper
                    && entry.getValue().isObject()) {
                merge(deeper, entry.getValue());
            } else {
                into.set(entry.getKey(), entry.getValue());
            }
        });
    }

    public String yaml() {
        return yaml;
    }

    public void routes(Router router) {
        router.get("/api/" + file)
                .handler(context -> context.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, "application/yaml")
                        .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                        .end(yaml)
                        .onFailure(context::fail));
    }
}
