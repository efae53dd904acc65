package org.eventcenter.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A real Chromium, the one of the machine: Playwright's own download is never used. One process serves all test classes
 * of the JVM; each {@link #open} is a visitor of its own, without anybody's cookies, and gone when its class closes this.
 */
public final class TestBrowser implements AutoCloseable {
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** Pages are drawn in shared memory; where there is little of it, as in containers, in files instead. */
    private static final long SHARED_MEMORY_WANTED = 1L << 30;

    /** What pages are waited for; never is anything certain before. */
    private static final double PATIENCE_MILLIS = 20_000;

    private final List<BrowserContext> visitors = new ArrayList<>();

    /** Started when the first class asks for it. Tests run one after another, as Playwright needs it. */
    private static final class Shared {
        static final Playwright PLAYWRIGHT = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        static final Browser BROWSER = PLAYWRIGHT.chromium().launch(options());

        private Shared() {}

        static {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                BROWSER.close();
                PLAYWRIGHT.close();
            }));
        }

        private static LaunchOptions options() {
            var options = new LaunchOptions().setExecutablePath(executable()).setArgs(FLAGS);
            return hasSharedMemory() ? options.setIgnoreDefaultArgs(List.of("--disable-dev-shm-usage")) : options;
        }

        private static boolean hasSharedMemory() {
            return Path.of("/dev/shm").toFile().getUsableSpace() >= SHARED_MEMORY_WANTED;
        }
    }

    /** A page of a new visitor at 360 x 800, in English, light, unless the options say otherwise. */
    public BrowserPage open(Browser.NewContextOptions options) {
        var visitor = Shared.BROWSER.newContext(options);
        visitors.add(visitor);
        return new BrowserPage(visitor.newPage());
    }

    public BrowserPage open() {
        return open(new Browser.NewContextOptions().setViewportSize(360, 800).setLocale("en-GB"));
    }

    @Override
    public void close() {
        visitors.forEach(BrowserContext::close);
    }

    /** The headless shell is the same engine without the browser's own windows, at half the cost. */
    private static Path executable() {
        return Stream.of(
                        Optional.ofNullable(System.getenv("EVENT_CENTER_TEST_BROWSER")),
                        Optional.of("/usr/bin/chromium-headless-shell"),
                        Optional.of("/usr/bin/chromium"),
                        Optional.of("/usr/bin/chromium-browser"),
                        Optional.of("/usr/bin/google-chrome"))
                .flatMap(Optional::stream)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No Chromium found: run ./check, which installs one"));
    }

    /**
     * A page with what went wrong in it: violations of the content security policy, script errors and requests to
     * other hosts, which no page of ours may have.
     */
    public record BrowserPage(Page page, List<String> complaints) implements AutoCloseable {
        BrowserPage(Page page) {
            this(page, new ArrayList<>());
            page.onConsoleMessage(said -> {
                if (said.type().equals("error")) {
                    complaints.add(said.text());
                }
            });
            page.onPageError(complaints::add);
            page.onRequest(request -> {
                var host = java.net.URI.create(request.url()).getHost();
                if (host != null && !List.of("localhost", "127.0.0.1").contains(host)) {
                    complaints.add("request to " + request.url());
                }
            });
        }

        /** What axe finds on this page: each rule that is broken, with the elements that break it. */
        public List<String> axe() {
            page.evaluate(AxeBuilder.getAxeScript());
            return ((List<?>) page.evaluate("""
                    () => axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
                        violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(', ')}`))""")).stream().map(String::valueOf).toList();
        }

        @Override
        public void close() {
            page.context().close();
        }
    }
}
