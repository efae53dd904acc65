package org.eventcenter.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A real Chromium, the one of the machine: Playwright's own download is never used. One of these serves a whole test
 * class; each {@link #open} is a visitor of its own, without anybody's cookies.
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

    private final Playwright playwright;
    private final Browser browser;

    public TestBrowser() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(executable()).setArgs(FLAGS));
    }

    /** A page of a new visitor at 360 x 800, in English, light, unless the options say otherwise. */
    public BrowserPage open(Browser.NewContextOptions options) {
        return new BrowserPage(browser.newContext(options).newPage());
    }

    public BrowserPage open() {
        return open(new Browser.NewContextOptions().setViewportSize(360, 800).setLocale("en-GB"));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Path executable() {
        return Stream.of(
                        Optional.ofNullable(System.getenv("EVENT_CENTER_TEST_BROWSER")),
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

        @Override
        public void close() {
            page.context().close();
        }
    }
}
