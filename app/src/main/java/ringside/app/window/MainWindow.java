package ringside.app.window;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.FileChooser;
import javafx.stage.Screen;
import javafx.stage.Stage;
import ringside.app.command.CommandName;
import ringside.app.command.Commands;
import ringside.app.command.KeyMap;
import ringside.app.simulation.Simulation;
import ringside.app.simulation.Status;
import ringside.app.start.StartContent;
import ringside.app.start.StartPage;
import ringside.app.theme.Appearance;
import ringside.pane.NumberText;
import ringside.pane.Words;
import ringside.pane.lesson.LessonPane;
import ringside.pane.timeline.TimelinePane;

/** The main window: it puts toolbar, panes and status bar together, with the start page over them. */
public final class MainWindow {
    private static final Words WORDS = Words.bundle("window");
    private static final double WIDTH = 1600;
    private static final double HEIGHT = 1000;
    /** What a desktop draws around a window takes about this much of the screen's height. */
    private static final double DESKTOP_FRAME = 40;

    private final Stage stage;
    private final Simulation simulation;
    private final WindowOutlet outlet;
    private final Commands commands;
    private final PaneFeed feed;
    private final PaneDocks docks;
    private final Prompt prompt = new Prompt();
    private final StackPane startLayer = new StackPane();
    private final BorderPane frame = new BorderPane();

    /** Builds the window. */
    public MainWindow(Stage stage, Simulation simulation, Appearance appearance, KeyMap keys, WindowOutlet outlet) {
        this.stage = stage;
        this.simulation = simulation;
        this.outlet = outlet;
        commands = new Commands(keys);
        feed = new PaneFeed(simulation);
        docks = new PaneDocks(PaneSet.all(), feed::refresh);
        Toolbar toolbar = new Toolbar(commands, simulation);
        CheatSheet[] cheatSheet = new CheatSheet[1];
        PaletteEntries entries = new PaletteEntries(commands, docks, feed, simulation, appearance);
        CommandPalette palette = new CommandPalette(entries::search);
        bind(appearance, toolbar, palette, cheatSheet);
        toolbar.build();
        cheatSheet[0] = new CheatSheet(commands);
        frame.setCenter(docks);
        frame.setMinSize(0, 0);
        frame.getStyleClass().add("window-frame");
        frame.setTop(toolbar);
        frame.setBottom(new StatusBar(keys, simulation));
        StackPane layers = new StackPane(frame, startLayer, new Banner(simulation), prompt, palette, cheatSheet[0]);
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        boolean fits = screen.getWidth() >= WIDTH && screen.getHeight() >= HEIGHT + DESKTOP_FRAME;
        Scene scene = fits
                ? new Scene(layers, WIDTH, HEIGHT)
                : new Scene(layers, screen.getWidth() * 0.9, screen.getHeight() * 0.9);
        appearance.follow(scene);
        commands.install(scene);
        acceptDrops(scene);
        stage.setScene(scene);
        stage.setMinWidth(1000);
        stage.setMinHeight(640);
        stage.setTitle(WORDS.get("app.name"));
        // Before it is shown: a window that is maximised afterwards can be left laid out for its size before.
        stage.setMaximized(!fits);
        docks.pane("lesson").ifPresent(pane -> ((LessonPane) pane).connect(simulation.lesson()));
        feed.feed(docks);
        simulation.frameProperty().addListener((property, old, now) -> backToStartIfNothingOpened(now.status()));
        simulation.frameProperty().addListener((property, old, now) -> showMachine(now.status()));
        showMachine(simulation.frameProperty().get().status());
        showStart();
    }

    private void showMachine(Status status) {
        if (status.isLoaded()) {
            docks.showMachine(status.machine(), status.style());
        }
    }

    /** What could not be opened leaves nothing to look at: the next choice is made on the start page. */
    private void backToStartIfNothingOpened(Status status) {
        if (status.failed() && !status.isLoaded() && !startLayer.isVisible()) {
            showStart();
        }
    }

    private void bind(Appearance appearance, Toolbar toolbar, CommandPalette palette, CheatSheet[] cheatSheet) {
        WindowCommands binder = new WindowCommands(commands, simulation);
        binder.bindTime(toolbar::eventKind, feed);
        binder.bindLook(appearance);
        docks.pane("timeline").ifPresent(pane -> binder.bindTimeline((TimelinePane) pane, this::askForMark));
        commands.bind(CommandName.GO_TO_MARK, this::askForMark, binder.loaded());
        commands.bind(CommandName.GO_TO_ADDRESS, this::askForAddress, binder.loaded());
        commands.bind(CommandName.PALETTE, palette::show);
        commands.bind(CommandName.CHEAT_SHEET, () -> cheatSheet[0].toggle());
        commands.bind(CommandName.RESET_LAYOUT, docks::arrange);
        commands.bind(CommandName.START_PAGE, this::showStart);
        commands.bind(CommandName.OPEN, this::browse);
        commands.bind(CommandName.SAVE_TRACE, this::save, binder.loaded());
        commands.bind(CommandName.QUIT, stage::close);
    }

    private void askForMark() {
        prompt.ask(WORDS.get("goto.mark"), WORDS.get("goto.badMark"), text -> {
            String digits = text.replaceAll("[\\s_\u00a0]", "");
            boolean good =
                    !digits.isEmpty() && digits.length() < 16 && digits.chars().allMatch(Character::isDigit);
            if (good) {
                simulation.seek(Long.parseLong(digits));
            }
            return good;
        });
    }

    private void askForAddress() {
        prompt.ask(WORDS.get("goto.address"), WORDS.get("goto.badAddress"), text -> {
            long address = NumberText.parseAddress(text);
            if (address != NumberText.NO_ADDRESS) {
                feed.showMemory(address);
            }
            return address != NumberText.NO_ADDRESS;
        });
    }

    private void browse() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Commands.title(CommandName.OPEN));
        File file = chooser.showOpenDialog(stage);
        if (file != null) {
            open(file.getPath());
        }
    }

    private void save() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Commands.title(CommandName.SAVE_TRACE));
        chooser.setInitialFileName(simulation.frameProperty().get().status().image() + ".rtrace");
        File file = chooser.showSaveDialog(stage);
        if (file != null) {
            simulation.saveTrace(file.toPath());
            outlet.opened(file.getPath());
        }
    }

    private void acceptDrops(Scene scene) {
        scene.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
        });
        scene.setOnDragDropped(event -> {
            if (event.getDragboard().hasFiles()) {
                Path file = event.getDragboard().getFiles().get(0).toPath();
                Platform.runLater(() -> open(file.toString()));
                event.setDropCompleted(true);
            }
        });
    }

    /** Boots a bundled image, or opens an ELF or trace file. */
    public void open(String imageOrFile) {
        docks.showLesson(false);
        if (imageOrFile.contains(File.separator)) {
            outlet.opened(imageOrFile);
        }
        simulation.open(imageOrFile);
        hideStart();
    }

    void openLesson(String id) {
        simulation.startLesson(id);
        docks.showLesson(true);
        docks.reveal("lesson");
        hideStart();
    }

    private void hideStart() {
        startLayer.getChildren().clear();
        startLayer.setVisible(false);
        frame.setVisible(true);
        docks.requestFocus();
    }

    /** Shows the start page over the panes. */
    public void showStart() {
        StartContent content = outlet.startContent();
        startLayer.getChildren().setAll(new StartPage(content, new StartPage.Choice() {
            @Override
            public void open(String imageOrFile) {
                MainWindow.this.open(imageOrFile);
            }

            @Override
            public void lesson(String id) {
                openLesson(id);
            }

            @Override
            public void browse() {
                MainWindow.this.browse();
            }
        }));
        startLayer.setVisible(true);
        frame.setVisible(false);
    }

    /** Opens the window. */
    public void show() {
        stage.show();
    }

    /** A window on something that stands still, without the start page. */
    public static MainWindow forPicture(Stage stage, Simulation simulation, Appearance appearance) {
        WindowOutlet nobody = new WindowOutlet() {
            @Override
            public StartContent startContent() {
                return new StartContent(List.of(), List.of(), List.of());
            }

            @Override
            public void opened(String file) {}
        };
        MainWindow window = new MainWindow(stage, simulation, appearance, KeyMap.presets(), nobody);
        window.hideStart();
        return window;
    }

    /** Brings a pane to the front. */
    public void reveal(String pane) {
        docks.reveal(pane);
    }

    /** The table of commands. */
    public Commands commands() {
        return commands;
    }
}
