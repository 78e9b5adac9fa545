package ringside.pane.mpu;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import ringside.pane.NumberText;
import ringside.pane.Words;

/** Draws a bar of addresses: owners in grey, regions in colour with their subregions, marks above and below. */
final class AddressBar extends Region {
    private static final String[] COLOURS = {"sky", "amber", "green", "pink", "redox", "yellow", "theseus", "kernel"};

    private record Placed(Region node, long start, long end, Role role) {}

    private enum Role {
        TRACK,
        AREA,
        PIECE,
        PIECE_LABEL,
        TICK,
        FLAG_LINE,
        FLAG_LABEL,
        QUESTION,
        QUESTION_LABEL
    }

    private final List<Placed> placed = new ArrayList<>();
    private final Label title = new Label();
    private final LongConsumer onAddress;
    private BarContent content;

    AddressBar(LongConsumer onAddress) {
        this.onAddress = onAddress;
        getStyleClass().add("address-bar");
        title.getStyleClass().add("dim");
        setOnMouseClicked(event -> {
            if (content != null && event.getX() >= left()) {
                double part = (event.getX() - left()) / Math.max(1, getWidth() - left());
                this.onAddress.accept(content.scale().address(part));
            }
        });
    }

    void show(BarContent newContent) {
        if (newContent.equals(content)) {
            return;
        }
        content = newContent;
        placed.clear();
        title.setText(content.title());
        put(new Region(), content.start(), content.end(), Role.TRACK, "bar-track");
        for (BarContent.Area area : content.areas()) {
            Label label = new Label(isCovered(area) ? "" : area.label());
            label.setTooltip(new Tooltip(area.label() + "\n" + NumberText.address(area.start()) + " \u2013 "
                    + NumberText.address(area.end() - 1)));
            put(label, area.start(), area.end(), Role.AREA, "bar-area", area.kernel() ? "kernel-area" : "task-area");
        }
        for (BarContent.Piece piece : content.pieces()) {
            Label box = new Label();
            box.setTooltip(new Tooltip(piece.hint()));
            String colour = piece.on() ? "fill-" + COLOURS[piece.region() % COLOURS.length] : "piece-off";
            put(box, piece.start(), piece.end(), Role.PIECE, "bar-piece", colour);
        }
        for (BarContent.Piece piece : content.pieces()) {
            if (!piece.label().isEmpty()) {
                Label label = new Label(piece.label());
                label.setMouseTransparent(true);
                put(label, piece.start(), piece.labelEnd(), Role.PIECE_LABEL, "piece-label");
            }
        }
        for (long tick : ticks()) {
            put(new Label(NumberText.address(tick)), tick, tick, Role.TICK, "bar-tick");
        }
        for (BarContent.Flag flag : content.flags()) {
            addFlag(flag);
        }
        getChildren().setAll(title);
        placed.forEach(item -> getChildren().add(item.node()));
        Tooltip.install(placed.get(0).node(), new Tooltip(Words.of("mpu.notToScale")));
        setAccessibleText(spoken());
        requestLayout();
    }

    /** Whether the place where the area's name would stand is a region's. */
    private boolean isCovered(BarContent.Area area) {
        return content.pieces().stream().anyMatch(piece -> piece.start() <= area.start() && area.start() < piece.end());
    }

    private void addFlag(BarContent.Flag flag) {
        boolean question = flag.kind() == BarContent.Kind.ALLOWED || flag.kind() == BarContent.Kind.REFUSED;
        String style = flag.kind().name().toLowerCase(java.util.Locale.ROOT);
        if (question) {
            String symbol = flag.kind() == BarContent.Kind.ALLOWED ? "\u25bc" : "\u25b2";
            put(new Label(symbol), flag.address(), flag.address(), Role.QUESTION, "question-mark", style);
            put(new Label(flag.label()), flag.address(), flag.address(), Role.QUESTION_LABEL, "question-label", style);
        } else {
            put(new Region(), flag.address(), flag.address(), Role.FLAG_LINE, "flag-line", style);
            put(new Label(flag.label()), flag.address(), flag.address(), Role.FLAG_LABEL, "flag-label");
        }
    }

    private void put(Region node, long start, long end, Role role, String... styles) {
        node.getStyleClass().addAll(styles);
        placed.add(new Placed(node, start, end, role));
    }

    private List<Long> ticks() {
        List<Long> ticks = new ArrayList<>();
        content.areas().forEach(area -> ticks.add(area.start()));
        ticks.add(content.start());
        for (BarContent.Piece piece : content.pieces()) {
            if (!piece.label().isEmpty() && !ticks.contains(piece.start())) {
                ticks.add(piece.start());
            }
        }
        ticks.add(content.end());
        return ticks.stream().distinct().sorted().toList();
    }

    private String spoken() {
        StringBuilder text = new StringBuilder(content.title());
        content.areas().forEach(area -> text.append(", ").append(area.label()));
        content.pieces().stream()
                .filter(piece -> !piece.label().isEmpty())
                .forEach(piece -> text.append(", ").append(piece.hint()));
        content.flags().forEach(flag -> text.append(", ").append(flag.label()));
        return text.toString();
    }

    private double em() {
        return title.getFont().getSize();
    }

    private double left() {
        return Math.ceil(4.6 * em());
    }

    private boolean hasFlags() {
        return content != null && !content.flags().isEmpty();
    }

    private boolean hasBreaks() {
        return hasFlags()
                && content.flags().stream()
                        .anyMatch(
                                flag -> flag.kind() == BarContent.Kind.SOLID || flag.kind() == BarContent.Kind.DASHED);
    }

    private double top() {
        return Math.round((hasFlags() ? 1.25 : 0.35) * em());
    }

    private double height() {
        return Math.round((hasBreaks() ? 2.4 : 1.5) * em());
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.ceil(top() + height() + (hasBreaks() ? 2.6 : 1.5) * em());
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        if (content == null) {
            return;
        }
        double em = em();
        double top = top();
        double height = height();
        title.autosize();
        title.relocate(0, top + (height - title.getHeight()) / 2);
        double tickEnd = -1;
        double flagEnd = -1;
        for (Placed item : placed) {
            double x = x(item.start());
            double width = Math.max(1, x(item.end()) - x);
            Region node = item.node();
            switch (item.role()) {
                case TRACK, AREA, PIECE -> node.resizeRelocate(x, top, width, height);
                case PIECE_LABEL -> {
                    node.autosize();
                    boolean fits = node.getWidth() <= Math.max(width, 0) + 2;
                    node.setVisible(fits);
                    node.relocate(x + 3, top + (height - node.getHeight()) / 2);
                }
                case TICK -> {
                    node.autosize();
                    double at = Math.min(x, getWidth() - node.getWidth());
                    node.setVisible(at > tickEnd + 6);
                    if (node.isVisible()) {
                        tickEnd = at + node.getWidth();
                    }
                    node.relocate(at, top + height + 2);
                }
                case FLAG_LINE -> node.resizeRelocate(x - 0.5, top - 6, 1.5, height + 12);
                case FLAG_LABEL -> {
                    node.autosize();
                    double at = x - node.getWidth() - 2;
                    if (at < Math.max(left(), flagEnd)) {
                        at = Math.min(getWidth() - node.getWidth(), Math.max(flagEnd, x + 2));
                    }
                    flagEnd = at + node.getWidth() + 0.6 * em;
                    node.relocate(at, top + height + 2 + 1.1 * em);
                }
                case QUESTION -> {
                    node.autosize();
                    node.relocate(x - node.getWidth() / 2, top - node.getHeight() + 3);
                }
                case QUESTION_LABEL -> {
                    node.autosize();
                    boolean right = x + em + node.getWidth() < getWidth();
                    node.relocate(right ? x + 0.8 * em : x - 0.8 * em - node.getWidth(), top - node.getHeight() - 1);
                }
            }
        }
    }

    private double x(long address) {
        return Math.round(left() + content.scale().place(address) * (getWidth() - left() - 1));
    }
}
