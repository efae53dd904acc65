package org.eventcenter.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;

/** The scripts of some folders of the class path, in a jar or not. */
final class MigrationScripts {
    private MigrationScripts() {}

    /** The same text exactly when the same scripts are in the same folders, given in the same order. */
    static String fingerprint(List<String> folders) {
        var digest = sha256();
        for (var folder : folders) {
            try {
                var place = Objects.requireNonNull(MigrationScripts.class.getResource("/" + folder), folder);
                addAll(digest, folder, place);
            } catch (IOException e) {
                throw new UncheckedIOException("The scripts of " + folder + " cannot be read", e);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void addAll(MessageDigest digest, String folder, URL place) throws IOException {
        if (place.openConnection() instanceof JarURLConnection jar) {
            addJar(digest, folder, jar);
        } else {
            addFolder(digest, folder, Path.of(URI.create(place.toString())));
        }
    }

    private static void addJar(MessageDigest digest, String folder, JarURLConnection place) throws IOException {
        place.setUseCaches(false);
        try (var jar = place.getJarFile()) {
            var names = jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith(folder + "/") && !name.endsWith("/"))
                    .sorted()
                    .toList();
            for (var name : names) {
                try (var script = jar.getInputStream(jar.getEntry(name))) {
                    add(digest, name, script.readAllBytes());
                }
            }
        }
    }

    private static void addFolder(MessageDigest digest, String folder, Path place) throws IOException {
        try (var scripts = Files.list(place)) {
            for (var script : scripts.sorted().toList()) {
                add(digest, folder + "/" + script.getFileName(), Files.readAllBytes(script));
            }
        }
    }

    private static void add(MessageDigest digest, String name, byte[] script) {
        digest.update((name + " " + script.length + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update(script);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }
}
