package org.eventcenter.database;

import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.TrustOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Locale;
import javax.net.ssl.TrustManagerFactory;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Where a database is and who asks, the same for the reactive client and for JDBC. Certificates are checked against those of the JVM. */
public record DatabaseAddress(String host, int port, String database, String user, String password, SslMode sslMode) {

    /**
     * Reads {@code postgres://user:password@host:port/database?sslmode=require}; user, password and database may be
     * percent-encoded. Throws {@code IllegalArgumentException}, whose text never holds the password.
     */
    public static DatabaseAddress parse(String url) {
        try {
            var scheme = URI.create(url).getScheme();
            if (!"postgres".equals(scheme) && !"postgresql".equals(scheme)) {
                throw new IllegalArgumentException("no PostgreSQL address");
            }
            var options = PgConnectOptions.fromUri(url);
            return new DatabaseAddress(
                    options.getHost(),
                    options.getPort(),
                    options.getDatabase(),
                    options.getUser(),
                    options.getPassword(),
                    options.getSslMode());
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "is not like postgresql://user:password@host:5432/database?sslmode=require");
        }
    }

    PgConnectOptions reactive() {
        return new PgConnectOptions()
                .setHost(host)
                .setPort(port)
                .setDatabase(database)
                .setUser(user)
                .setPassword(password)
                .setSslMode(sslMode)
                .setSslOptions(sslOptions());
    }

    /** Opens a connection each time that it is asked. */
    public DataSource jdbc() {
        var source = new PGSimpleDataSource();
        source.setServerNames(new String[] {host});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(database);
        source.setUser(user);
        source.setPassword(password);
        source.setSslMode(sslMode.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        source.setSslfactory(checksCertificates() ? "org.postgresql.ssl.DefaultJavaSSLFactory" : null);
        source.setApplicationName(Database.APPLICATION);
        source.setConnectTimeout(10);
        return source;
    }

    /** Without user and password. */
    @Override
    public String toString() {
        return host + ":" + port + "/" + database;
    }

    private boolean checksCertificates() {
        return sslMode == SslMode.VERIFY_CA || sslMode == SslMode.VERIFY_FULL;
    }

    private ClientSSLOptions sslOptions() {
        var options = new ClientSSLOptions().setHostnameVerificationAlgorithm("");
        if (!checksCertificates()) {
            return options.setTrustAll(true);
        }
        if (sslMode == SslMode.VERIFY_FULL) {
            options.setHostnameVerificationAlgorithm("HTTPS");
        }
        return options.setTrustOptions(certificatesOfTheJvm());
    }

    private static TrustOptions certificatesOfTheJvm() {
        try {
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            return TrustOptions.wrap(factory.getTrustManagers()[0]);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM has no certificates to trust", e);
        }
    }
}
