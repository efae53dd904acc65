package org.eventcenter;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** The order in which the code is read is the order in which it may import: each package knows only those above it. */
@AnalyzeClasses(packages = "org.eventcenter", importOptions = DoNotIncludeTests.class)
class ReadingOrderTest {
    private static final List<String> READING_ORDER = List.of(
            "module",
            "config",
            "database",
            "bus",
            "feed",
            "web",
            "wiki",
            "account",
            "campaign",
            "registration",
            "stream",
            "contribution",
            "live",
            "operations",
            "sandbox");

    @ArchTest
    void each_package_imports_only_packages_above_it(com.tngtech.archunit.core.domain.JavaClasses classes) {
        for (int i = 0; i < READING_ORDER.size() - 1; i++) {
            var below = READING_ORDER.subList(i + 1, READING_ORDER.size()).stream()
                    .map(name -> "org.eventcenter." + name + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("org.eventcenter." + READING_ORDER.get(i) + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(below)
                    .allowEmptyShould(true)
                    .check(classes);
        }
    }

    @ArchTest
    static final ArchRule only_bus_touches_the_event_bus = noClasses()
            .that()
            .resideOutsideOfPackage("org.eventcenter.bus..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.vertx.core.eventbus..");

    @ArchTest
    static final ArchRule nobody_waits_on_an_event_loop = noClasses()
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(io.vertx.core.Future.class, "await")
            .orShould()
            .callMethod(io.vertx.core.Future.class, "await", long.class, java.util.concurrent.TimeUnit.class);
}
