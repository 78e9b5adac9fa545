package ringside.pane.spaces;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import ringside.pane.NumberText;
import ringside.pane.Words;
import ringside.pane.spaces.AddressSpacesPaneModel.Card;
import ringside.pane.spaces.AddressSpacesPaneModel.Joint;
import ringside.pane.spaces.AddressSpacesPaneModel.Other;
import ringside.pane.spaces.AddressSpacesPaneModel.Side;

/** Two address spaces beside each other, with a line between grants that show the same memory. */
final class GrantBoard extends Region {
    /** Takes what was clicked. */
    interface Choice {
        /** A grant of that address space. */
        void grant(int space, long base);
    }

    private record Drawn(Joint joint, Line line, Label frame) {}

    private static final double NARROW = 21;

    private final Choice choice;
    private final VBox left = new VBox();
    private final VBox right = new VBox();
    private final Label size = new Label("0");
    private final Map<Long, Region> leftCards = new HashMap<>();
    private final Map<Long, Region> rightCards = new HashMap<>();
    private final Map<Button, Card> ranges = new HashMap<>();
    private final List<Drawn> drawn = new ArrayList<>();

    GrantBoard(Choice choice) {
        this.choice = choice;
        getStyleClass().add("grant-board");
        left.getStyleClass().add("grant-side");
        right.getStyleClass().add("grant-side");
        size.setVisible(false);
    }

    void show(AddressSpacesPaneModel model) {
        ranges.clear();
        fill(left, leftCards, model.left());
        fill(right, rightCards, model.right());
        drawn.clear();
        List<Node> children = new ArrayList<>(List.of(left, right, size));
        for (Joint joint : model.links()) {
            Line line = new Line();
            line.getStyleClass().add(joint.same() ? "grant-link" : "grant-link-open");
            Label frame = new Label(joint.words());
            frame.getStyleClass().addAll("mono", "grant-frame");
            frame.setTooltip(new Tooltip(Words.of("address-spaces.same", joint.words())));
            frame.setVisible(!joint.words().isEmpty());
            drawn.add(new Drawn(joint, line, frame));
            children.add(line);
        }
        drawn.forEach(each -> children.add(each.frame));
        getChildren().setAll(children);
        requestLayout();
    }

    private void fill(VBox box, Map<Long, Region> cards, Side side) {
        box.getChildren().clear();
        cards.clear();
        if (side == null) {
            Label nothing = new Label(Words.of("address-spaces.noLoans"));
            nothing.getStyleClass().add("faint");
            nothing.setWrapText(true);
            box.getChildren().add(nothing);
            return;
        }
        Region swatch = new Region();
        swatch.getStyleClass().addAll("task-swatch", "fill-" + side.colour());
        Label name = new Label(side.name(), swatch);
        name.getStyleClass().add("grant-owner");
        name.setMinWidth(USE_PREF_SIZE);
        Label state = new Label(side.state());
        state.getStyleClass().add("dim");
        state.setMinWidth(0);
        HBox head = new HBox(name, state);
        head.getStyleClass().add("grant-head");
        box.getChildren().add(head);
        for (Card card : side.cards()) {
            Region node = card(side, card);
            cards.put(card.base(), node);
            box.getChildren().add(node);
        }
        if (side.cards().isEmpty()) {
            Label empty = new Label(Words.of("address-spaces.noGrants"));
            empty.getStyleClass().add("faint");
            box.getChildren().add(empty);
        }
    }

    private Region card(Side side, Card card) {
        Button range = new Button(card.range());
        ranges.put(range, card);
        range.getStyleClass().addAll("mono", "grant-range");
        range.setMinWidth(0);
        range.setMnemonicParsing(false);
        range.setTooltip(new Tooltip(card.hint()));
        range.setAccessibleText(String.join(
                ", ", side.name(), card.range(), card.protection(), card.size(), card.provider(), card.frames()));
        range.setOnAction(event -> choice.grant(side.space(), card.base()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label protection = new Label(card.protection());
        protection.getStyleClass().addAll("mono", "strong");
        protection.setMinWidth(USE_PREF_SIZE);
        HBox first = new HBox(range, gap, protection);
        first.getStyleClass().add("grant-line");
        VBox box = new VBox(first, line(card.size() + " \u00b7 " + card.provider(), "dim"));
        if (!card.frames().isEmpty()) {
            Region swatch = new Region();
            swatch.getStyleClass().addAll("task-swatch", "fill-" + card.colour());
            Label frames = line(card.frames(), "fg");
            frames.setGraphic(swatch);
            box.getChildren().add(frames);
        }
        for (Other other : card.links()) {
            if (other.space() < 0) {
                box.getChildren().add(line(other.words(), "dim"));
            } else {
                Hyperlink link = new Hyperlink(other.words());
                link.getStyleClass().add("details-link");
                link.setMinWidth(0);
                link.setTooltip(new Tooltip(Words.of("address-spaces.follow")));
                link.setOnAction(event -> choice.grant(other.space(), other.base()));
                box.getChildren().add(link);
            }
        }
        box.getStyleClass().add("grant-card");
        if (card.lent()) {
            box.getStyleClass().add("lent");
        }
        if (card.selected()) {
            box.getStyleClass().add("selected");
        }
        return box;
    }

    private static Label line(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinWidth(0);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private double em() {
        return size.getFont().getSize();
    }

    private double gap() {
        return Math.round(drawn.isEmpty() ? 1.2 * em() : 6.2 * em());
    }

    private double sideWidth(double width) {
        return Math.max(1, (width - gap() - 1.8 * em()) / 2);
    }

    @Override
    protected double computePrefHeight(double width) {
        double each = sideWidth(width < 0 ? 40 * em() : width);
        return Math.max(left.prefHeight(each), right.prefHeight(each)) + 1.2 * em();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double pad = 0.9 * em();
        double each = sideWidth(getWidth());
        // Where there is no room for both ends, the first address and the size say the same.
        boolean narrow = each < NARROW * em();
        ranges.forEach((button, card) -> button.setText(narrow ? NumberText.address(card.base()) : card.range()));
        left.resizeRelocate(pad, 0.5 * em(), each, left.prefHeight(each));
        right.resizeRelocate(pad + each + gap(), 0.5 * em(), each, right.prefHeight(each));
        left.layout();
        right.layout();
        for (Drawn one : drawn) {
            Region from = leftCards.get(one.joint.leftBase());
            Region to = rightCards.get(one.joint.rightBase());
            if (from == null || to == null) {
                continue;
            }
            double y1 = left.getLayoutY() + from.getLayoutY() + from.getHeight() / 2;
            double y2 = right.getLayoutY() + to.getLayoutY() + to.getHeight() / 2;
            one.line.setStartX(pad + each);
            one.line.setStartY(y1);
            one.line.setEndX(pad + each + gap());
            one.line.setEndY(y2);
            one.frame.autosize();
            one.frame.relocate(
                    pad + each + (gap() - one.frame.getWidth()) / 2, (y1 + y2) / 2 - one.frame.getHeight() / 2);
        }
    }

    /** The grant on the left with the first line, or {@link NumberText#NO_ADDRESS}. */
    long firstLoan() {
        return drawn.stream().mapToLong(each -> each.joint.leftBase()).min().orElse(NumberText.NO_ADDRESS);
    }

    /** The height of a grant's card on the left, or -1. */
    double placeOf(long base) {
        Region card = leftCards.get(base);
        return card == null ? -1 : left.getLayoutY() + card.getLayoutY();
    }
}
