package org.eventcenter.config;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.eventcenter.module.CannotStart;

/** Where a hub keeps what must last: its secrets, and its database when it runs one. Readable by its owner only. */
public final class DataFolder {
    private final Path path;

    private DataFolder(Path path) {
        this.path = path;
    }

    /** Makes the folder when it is missing. Throws {@link CannotStart} when it cannot be written to. */
    public static DataFolder open(Path path) {
        try {
            Files.createDirectories(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            var real = path.toRealPath();
            Files.delete(Files.createTempFile(real, "writable", null));
            return new DataFolder(real);
        } catch (IOException e) {
            throw new CannotStart("The data folder " + path.toAbsolutePath() + " cannot be used: " + reason(e), e);
        }
    }

    public Path path() {
        return path;
    }

    public Path resolve(String name) {
        return path.resolve(name);
    }

    /**
     * Random text of 256 bits that is made once and then stays, in a file of that name. Two hubs that ask at the same
     * moment get the same.
     */
    public String secret(String name) {
        var file = secretFile(name);
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new CannotStart("The secret in " + file + " cannot be read: " + reason(e), e);
        }
    }

    /** The file with that secret. */
    public Path secretFile(String name) {
        var file = path.resolve(name);
        try {
            if (!Files.exists(file)) {
                writeSecret(file);
            }
            return file;
        } catch (IOException e) {
            throw new CannotStart("The secret in " + file + " cannot be made: " + reason(e), e);
        }
    }

    /**
     * Keeps other hubs out of this folder until it is closed or the process ends, however it ends. Throws
     * {@link CannotStart} when another one is in.
     */
    public Lock lock() {
        var file = path.resolve("hub.lock");
        try {
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new CannotStart(
                        "The data folder " + path + " is in use by another running Event Center; stop that"
                                + " one, or choose another folder with --data.");
            }
            return channel::close;
        } catch (IOException e) {
            throw new CannotStart("The data folder " + path + " cannot be locked: " + reason(e), e);
        }
    }

    /** Held until closed. */
    @FunctionalInterface
    public interface Lock extends AutoCloseable {
        @Override
        void close() throws IOException;
    }

    /** What to tell the operator about a failed access, without the name of an exception where it says little. */
    public static String reason(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "permission denied for " + failure.getMessage();
        }
        if (failure instanceof FileAlreadyExistsException) {
            return failure.getMessage() + " is a file";
        }
        if (failure instanceof java.nio.file.NoSuchFileException) {
            return failure.getMessage() + " does not exist";
        }
        var message = failure.getMessage();
        return message != null && message.contains("No space left") ? "the disk is full" : failure.toString();
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static void writeSecret(Path file) throws IOException {
        var random = new byte[32];
        new SecureRandom().nextBytes(random);
        var made = Files.createTempFile(file.getParent(), "secret", null);
        try {
            Files.writeString(made, HexFormat.of().formatHex(random));
            Files.createLink(file, made);
        } catch (FileAlreadyExistsException e) {
            // Another hub was first: its secret is ours too.
        } finally {
            Files.delete(made);
        }
    }
}
