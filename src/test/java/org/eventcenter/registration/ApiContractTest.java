package org.eventcenter.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class ApiContractTest {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete");

    @Test
    void the_hub_answers_everything_that_the_contract_promises_and_every_reference_leads_somewhere(Vertx vertx)
            throws Exception {
        var hub = ApiSite.start(vertx);
        var contract =
                new YAMLMapper().readTree(hub.site().get("/api/openapi.yaml").body());

        assertThat(contract.path("openapi").asText()).startsWith("3.1");
        assertThat(contract.findValuesAsText("$ref"))
                .isNotEmpty()
                .allMatch(reference -> !contract.at(reference.substring(1)).isMissingNode());
        assertThat(operations(contract)).hasSize(9).allSatisfy(operation -> {
            var parts = operation.split(" ", 2);
            var answer = hub.site().send(parts[0], parts[1], "{}");

            assertThat(answer.body()).as(operation).doesNotContain("/problems/not-found", "method-not-allowed");
        });
    }

    private static List<String> operations(JsonNode contract) {
        var operations = new ArrayList<String>();
        contract.path("paths")
                .properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    if (METHODS.contains(method)) {
                        operations.add(method.toUpperCase(Locale.ROOT) + " "
                                + path.getKey().replace("{slug}", "rivers").replace("{name}", "Example"));
                    }
                }));
        return operations;
    }
}
