package org.eventcenter.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.eventcenter.config.DataFolder;
import org.eventcenter.module.CannotStart;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL, which come in the jar and are unpacked once into the data folder. */
final class PostgresBinaries {
    /** In the data folder. */
    static final String FOLDER = "postgres-programs";

    private static final String COMPLETE = ".unpacked-from";

    private PostgresBinaries() {}

    /** Where {@code bin}, {@code lib} and {@code share} are. Unpacks them when they are missing or of another build. */
    static Path unpack(DataFolder data, Consumer<String> progress) throws IOException {
        var archive = archive();
        var folder = data.resolve(FOLDER);
        var build = build(archive);
        if (isUnpacked(folder, build)) {
            return folder;
        }
        progress.accept("Unpacking PostgreSQL");
        var part = data.resolve(FOLDER + ".part");
        delete(part);
        delete(folder);
        Files.createDirectory(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive.openStream())))) {
            unpack(tar, part);
        }
        Files.writeString(part.resolve(COMPLETE), build);
        return Files.move(part, folder);
    }

    /** Deletes a folder with all that is in it; links are not followed. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static URL archive() {
        var machine = switch (System.getProperty("os.name") + " " + System.getProperty("os.arch")) {
            case "Linux amd64" -> "x86_64";
            case "Linux aarch64" -> "arm_64";
            default -> "none";
        };
        var archive = PostgresBinaries.class.getResource("/postgres-linux-" + machine + ".txz");
        if (archive == null) {
            throw new CannotStart("The embedded PostgreSQL runs on Linux with x86_64 or arm64 processors;"
                    + " elsewhere set DATABASE_URL to the address of a PostgreSQL server.");
        }
        return archive;
    }

    /** Differs between builds without reading 15 MB at each start. */
    private static String build(URL archive) throws IOException {
        long bytes = archive.openConnection().getContentLengthLong();
        return archive.getFile().replaceAll(".*/", "") + " of " + bytes + " bytes";
    }

    private static boolean isUnpacked(Path folder, String build) throws IOException {
        var complete = folder.resolve(COMPLETE);
        return Files.exists(complete) && Files.readString(complete).equals(build);
    }

    private static void unpack(TarArchiveInputStream tar, Path folder) throws IOException {
        for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            var target = folder.resolve(entry.getName()).normalize();
            if (!target.startsWith(folder)) {
                throw new IOException("The archive leads out of its folder: " + entry.getName());
            }
            write(tar, entry, target);
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        var executable = (entry.getMode() & 0b001_000_000) != 0;
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(executable ? "rwx------" : "rw-------"));
    }
}
