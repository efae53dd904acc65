package org.eventcenter.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eventcenter.database.DatabaseAddress;

/** PostgreSQL's own load client with the cheapest thing that one could call a registration: one row, one commit. */
final class Pgbench {
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) \\(without initial");
    private static final String TABLE = """
            create table single_row (
                id bigint generated always as identity primary key, event_id int not null, account_id bigint not null,
                created timestamptz not null default now(), unique (event_id, account_id))""";
    private static final String SCRIPT = """
            \\set account random(1, 1000000000000)
            insert into single_row (event_id, account_id) values (1, :account);
            """;

    private final String program;
    private final DatabaseAddress database;
    private final Path script;

    private Pgbench(String program, DatabaseAddress database, Path script) {
        this.program = program;
        this.database = database;
        this.script = script;
    }

    /** Looks into PATH and where Debian puts it; empty: it is not installed. */
    static Optional<String> find() throws IOException {
        var path = Stream.of(System.getenv("PATH").split(":")).map(Path::of);
        var debian = Path.of("/usr/lib/postgresql");
        try (var versions = Files.isDirectory(debian) ? Files.list(debian) : Stream.<Path>empty()) {
            return Stream.concat(path, versions.map(version -> version.resolve("bin")))
                    .map(folder -> folder.resolve("pgbench"))
                    .filter(Files::isExecutable)
                    .map(Path::toString)
                    .findFirst();
        }
    }

    static Pgbench in(String program, DatabaseAddress database) throws Exception {
        try (var connection = database.jdbc().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(TABLE);
        }
        var script = Files.createTempFile("single-row", ".sql");
        script.toFile().deleteOnExit();
        return new Pgbench(program, database, Files.writeString(script, SCRIPT));
    }

    /** Rows a second by 8 clients. */
    double insertsPerSecond(int seconds) throws Exception {
        var command = List.of(
                program,
                "-n",
                "-M",
                "prepared",
                "-c",
                "8",
                "-j",
                "2",
                "-T",
                String.valueOf(seconds),
                "-f",
                script.toString(),
                "-h",
                database.host(),
                "-p",
                String.valueOf(database.port()),
                "-U",
                database.user(),
                database.database());
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", database.password());
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var rate = RATE.matcher(said);
        if (process.waitFor() != 0 || !rate.find()) {
            throw new IllegalStateException(said);
        }
        return Double.parseDouble(rate.group(1));
    }
}
