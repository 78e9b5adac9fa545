package ringside.app.window;

import java.util.ArrayList;
import java.util.List;
import ringside.app.command.CommandName;
import ringside.app.command.Commands;
import ringside.app.simulation.Simulation;
import ringside.app.theme.Appearance;
import ringside.app.theme.Theme;
import ringside.pane.NumberText;
import ringside.pane.Pane;
import ringside.pane.Words;

/** What the command palette finds: commands, panes, themes, addresses and instants. */
final class PaletteEntries {
    private static final Words WORDS = Words.bundle("window");

    private final Commands commands;
    private final PaneDocks docks;
    private final PaneFeed feed;
    private final Simulation simulation;
    private final Appearance appearance;

    PaletteEntries(Commands commands, PaneDocks docks, PaneFeed feed, Simulation simulation, Appearance appearance) {
        this.appearance = appearance;
        this.commands = commands;
        this.docks = docks;
        this.feed = feed;
        this.simulation = simulation;
    }

    List<CommandPalette.Entry> search(String text) {
        List<CommandPalette.Entry> entries = new ArrayList<>(places(text));
        List<CommandPalette.Entry> named = new ArrayList<>();
        for (CommandName command : CommandName.values()) {
            boolean isPalette = command == CommandName.PALETTE;
            if (commands.isBound(command) && !isPalette && command.category() != CommandName.Category.TIMELINE) {
                named.add(new CommandPalette.Entry(
                        Commands.title(command), commands.keys().text(command), () -> commands.perform(command)));
            }
        }
        for (Pane pane : docks.all()) {
            named.add(new CommandPalette.Entry(
                    WORDS.get("palette.show", pane.title()), "", () -> docks.reveal(pane.name())));
        }
        for (Theme theme : Theme.values()) {
            named.add(new CommandPalette.Entry(
                    WORDS.get("palette.theme", WORDS.get("theme." + theme.label())),
                    "",
                    () -> appearance.themeProperty().set(theme)));
        }
        entries.addAll(text.isEmpty() ? named : CommandPalette.matching(named, text));
        return entries;
    }

    private List<CommandPalette.Entry> places(String text) {
        List<CommandPalette.Entry> entries = new ArrayList<>();
        if (!simulation.frameProperty().get().status().isLoaded()) {
            return entries;
        }
        String digits = text.replaceAll("[\\s\u00a0]", "");
        if (!digits.isEmpty() && digits.length() < 16 && digits.chars().allMatch(Character::isDigit)) {
            long mark = Long.parseLong(digits);
            entries.add(new CommandPalette.Entry(
                    WORDS.get("palette.mark", NumberText.grouped(mark)), "", () -> simulation.seek(mark)));
        }
        long address = NumberText.parseAddress(text);
        if (address != NumberText.NO_ADDRESS) {
            String name = NumberText.address(address);
            entries.add(
                    new CommandPalette.Entry(WORDS.get("palette.address", name), "", () -> feed.showMemory(address)));
            entries.add(new CommandPalette.Entry(WORDS.get("palette.code", name), "", () -> feed.showCode(address)));
        }
        return entries;
    }
}
