package org.eventcenter.registration;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.eventcenter.database.TestPostgres.TestDatabase;

/** What the same server does without any of us: pgbench with 8 clients that insert one row after the other. */
final class SingleRowInserts {
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) ");
    private static final String INSERT = "insert into single_row (said) values ('joined');\n";

    private SingleRowInserts() {}

    /** Rows a second, each committed by itself. */
    static double aSecond(TestDatabase database, int seconds) throws Exception {
        makeTable(database);
        var script = Files.createTempFile("single-row", ".sql");
        Files.writeString(script, INSERT);
        var address = database.address();
        var command = new ProcessBuilder(
                "pgbench",
                "-n",
                "-c",
                "8",
                "-j",
                "2",
                "-M",
                "prepared",
                "-T",
                Integer.toString(seconds),
                "-f",
                script.toString(),
                "-h",
                address.host(),
                "-p",
                Integer.toString(address.port()),
                "-U",
                address.user(),
                address.database());
        command.environment().put("PGPASSWORD", address.password());
        var process = command.redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Files.delete(script);
        var rate = RATE.matcher(said);
        if (!rate.find()) {
            throw new IllegalStateException("pgbench gave no rate: " + said);
        }
        return Double.parseDouble(rate.group(1));
    }

    private static void makeTable(TestDatabase database) throws SQLException {
        try (var connection = database.jdbc().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table single_row (number bigint generated always as identity primary key,"
                    + " said text, at timestamptz default clock_timestamp())");
        }
    }
}
