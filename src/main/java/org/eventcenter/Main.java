package org.eventcenter;

import org.eventcenter.command.DemoCommand;
import org.eventcenter.command.Failures;
import org.eventcenter.command.LinkCommand;
import org.eventcenter.command.MergeCommand;
import org.eventcenter.command.ServeCommand;
import org.eventcenter.command.TokenCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command line. */
@Command(
        name = "event-center",
        description = "A real-time hub for Wikimedia campaigns.",
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            LinkCommand.class,
            TokenCommand.class,
            MergeCommand.class,
            HelpCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND")
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        var commands = new CommandLine(new Main());
        commands.setExecutionExceptionHandler((failure, command, parsed) -> Failures.tell(failure));
        System.exit(commands.execute(args));
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            var version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"Event Center " + (version == null ? "(not packaged)" : version)};
        }
    }
}
