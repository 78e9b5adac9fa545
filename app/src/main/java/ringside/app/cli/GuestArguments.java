package ringside.app.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ringside.cpu.BadInputException;
import ringside.cpu.board.BoardDescription;
import ringside.cpu.board.MachineOptions;
import ringside.cpu.history.HistoryBudget;
import ringside.cpu.history.InputLog;
import ringside.cpu.machine.Input;
import ringside.cpu.semihosting.GuestFiles;
import ringside.cpu.semihosting.HostFolder;
import ringside.cpu.tracefile.InputLines;
import ringside.kernels.image.BoardCatalog;
import ringside.kernels.image.ImageCatalog;
import ringside.kernels.session.Session;
import ringside.kernels.session.SessionOptions;

/** The image and the options of its machine, which all commands share that boot one. */
final class GuestArguments {
    private static final Pattern SIZE = Pattern.compile("([0-9]{1,12})([KMG]?)(i?B)?", Pattern.CASE_INSENSITIVE);
    private static final long LARGEST_INPUT = 64L << 20;

    @Parameters(index = "0", paramLabel = "IMAGE", description = "A bundled image's name, or the path of an ELF file.")
    private String image;

    @Option(names = "--machine", paramLabel = "KIND", description = "x86-64, cortex-m3 or cortex-m4.")
    private String machine;

    @Option(names = "--board", paramLabel = "NAME", description = "The board, such as mps2-an385.")
    private String board;

    @Option(names = "--memory", paramLabel = "SIZE", description = "The size of the main memory, such as 16M.")
    private String memory;

    @Option(names = "--clock", paramLabel = "HZ", description = "Cycles in a second.")
    private String clock;

    @Option(names = "--append", paramLabel = "TEXT", description = "The guest's command line.")
    private String append;

    @Option(names = "--module", paramLabel = "FILE", description = "A boot module (x86-64 only).")
    private List<String> modules = List.of();

    @Option(names = "--host-folder", paramLabel = "DIR", description = "Files for semihosting; none by default.")
    private Path hostFolder;

    @Option(names = "--input", paramLabel = "FILE", description = "Input with its marks, one JSON object a line.")
    private Path input;

    /** Boots the image with these options, at its first instant. */
    Session open() {
        MachineOptions options = new MachineOptions(
                clock == null ? 0 : positive(count(clock, "--clock"), "--clock"),
                memory == null ? 0 : positive(size(memory, "--memory"), "--memory"),
                append == null ? "" : append,
                hostFolder == null
                        ? GuestFiles.unavailable()
                        : HostFolder.at(hostFolder).read(),
                modules.stream().map(BootModules::read).toList());
        if (board != null && board.isEmpty()) {
            throw new BadInputException("--board needs the name of a board, such as mps2-an385");
        }
        InputLog inputs = new InputLog(inputs());
        return Session.open(
                ImageCatalog.open(image), new SessionOptions(boardName(), options, HistoryBudget.STANDARD), inputs);
    }

    /** The name of the board, or an empty text if the image decides. */
    private String boardName() {
        if (machine == null) {
            return board == null ? "" : board;
        }
        BoardDescription byMachine = BoardCatalog.defaultFor(machine);
        if (board != null && !BoardCatalog.open(board).processor().equals(machine)) {
            throw new BadInputException(
                    "the board " + board + " has no " + machine + "; leave out --machine or --board");
        }
        return board == null ? byMachine.name() : board;
    }

    /** The folder lent to the guest, or null. */
    Path hostFolder() {
        return hostFolder;
    }

    private List<Input> inputs() {
        return input == null ? List.of() : InputLines.parse(textOf(input), input.toString());
    }

    private static String textOf(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new BadInputException(file + " is not a file; --input needs one with a JSON object a line");
            }
            if (Files.size(file) > LARGEST_INPUT) {
                throw new BadInputException(file + " is larger than 64 MiB; that is too much for --input");
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException notText) {
            throw new BadInputException(file + " is not UTF-8 text; write bytes as {\"bytes\":\"0d0a\"}", notText);
        } catch (IOException unreadable) {
            throw new BadInputException(file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /** Reads a size such as {@code 16M} or {@code 4194304}. */
    static long size(String text, String option) {
        Matcher matcher = SIZE.matcher(text);
        if (!matcher.matches()) {
            throw new BadInputException(option + ": \"" + text + "\" is not a size; write for example 16M");
        }
        long unit = switch (matcher.group(2).toUpperCase(Locale.ROOT)) {
            case "K" -> 1L << 10;
            case "M" -> 1L << 20;
            case "G" -> 1L << 30;
            default -> 1;
        };
        long number = Long.parseLong(matcher.group(1));
        if (number > Long.MAX_VALUE / unit) {
            throw new BadInputException(option + ": \"" + text + "\" is more than any machine has");
        }
        return number * unit;
    }

    private static long positive(long number, String option) {
        if (number == 0) {
            throw new BadInputException(option + " must be at least 1; leave it out for what the board has");
        }
        return number;
    }

    /** Reads an address: hex digits, with or without 0x. */
    static long address(String text, String what) {
        String digits = text.toLowerCase(Locale.ROOT).replaceFirst("^0x", "");
        if (!digits.matches("[0-9a-f]{1,16}")) {
            throw new BadInputException(
                    what + ": \"" + text + "\" is not an address; write hex digits, such as 20001000");
        }
        return Long.parseUnsignedLong(digits, 16);
    }

    /** Reads a whole number, at least 0. */
    static long count(String text, String what) {
        if (!text.matches("[0-9]+")) {
            throw new BadInputException(what + ": \"" + text + "\" is not a whole number");
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException tooLarge) {
            throw new BadInputException(
                    what + ": \"" + text + "\" is too large; the largest is " + Long.MAX_VALUE, tooLarge);
        }
    }
}
