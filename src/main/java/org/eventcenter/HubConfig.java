package org.eventcenter;

import java.nio.file.Path;
import org.eventcenter.account.AccountConfig;
import org.eventcenter.account.OAuthConfig;
import org.eventcenter.command.LoggingConfig;
import org.eventcenter.config.Settings;
import org.eventcenter.contribution.FinalConfig;
import org.eventcenter.contribution.RecorderConfig;
import org.eventcenter.database.DatabaseConfig;
import org.eventcenter.live.LiveConfig;
import org.eventcenter.stream.StreamConfig;
import org.eventcenter.web.CookieSecrets;
import org.eventcenter.web.HttpConfig;
import org.eventcenter.wiki.WikiConfig;

/**
 * All that can be configured, each part as its package reads it.
 *
 * @param data the data folder
 */
public record HubConfig(
        Path data,
        LoggingConfig logging,
        DatabaseConfig database,
        HttpConfig http,
        CookieSecrets.Configured cookies,
        WikiConfig wiki,
        AccountConfig account,
        OAuthConfig oauth,
        StreamConfig stream,
        RecorderConfig recorder,
        FinalConfig finals,
        LiveConfig live) {

    /** Throws {@code ConfigMistakes} with every mistake of every section. */
    public static HubConfig read(Settings settings) {
        var stream = StreamConfig.from(settings.section("stream"));
        var config = new HubConfig(
                Path.of(settings.section("hub").text("data", ".data/serve")),
                LoggingConfig.from(settings.section("logging")),
                DatabaseConfig.from(settings.section("database")),
                HttpConfig.from(settings.section("http")),
                CookieSecrets.Configured.from(settings.section("http")),
                WikiConfig.from(settings.section("wiki")),
                AccountConfig.from(settings.section("account")),
                OAuthConfig.from(settings.section("oauth")),
                stream,
                RecorderConfig.from(settings.section("stream"), stream.waitingBytes()),
                FinalConfig.from(settings.section("counting")),
                LiveConfig.from(settings.section("live")));
        settings.finish();
        return config;
    }
}
