package ringside.pane.lesson;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.parser.Parser;

/** Draws Markdown as JavaFX text: paragraphs, headings, lists, code, emphasis. Anything else is shown as its text. */
final class MarkdownText extends VBox {
    private static final Parser PARSER = Parser.builder().build();

    MarkdownText(String markdown) {
        getStyleClass().add("markdown");
        addBlocks(this, PARSER.parse(markdown), "");
    }

    private static void addBlocks(VBox box, org.commonmark.node.Node parent, String style) {
        int number = 1;
        for (org.commonmark.node.Node block = parent.getFirstChild(); block != null; block = block.getNext()) {
            if (block instanceof Heading heading) {
                box.getChildren().add(flow(heading, "markdown-heading"));
            } else if (block instanceof Paragraph paragraph) {
                box.getChildren().add(flow(paragraph, style));
            } else if (block instanceof BulletList || block instanceof OrderedList) {
                addBlocks(box, block, block instanceof OrderedList ? "ordered" : "bullet");
            } else if (block instanceof ListItem item) {
                String bullet = style.equals("ordered") ? number + "." : "\u2022";
                number++;
                box.getChildren().add(listItem(item, bullet));
            } else if (block instanceof FencedCodeBlock code) {
                box.getChildren().add(code(code.getLiteral()));
            } else if (block instanceof IndentedCodeBlock code) {
                box.getChildren().add(code(code.getLiteral()));
            } else {
                addBlocks(box, block, style);
            }
        }
    }

    private static Node listItem(ListItem item, String bullet) {
        VBox content = new VBox();
        addBlocks(content, item, "");
        HBox.setHgrow(content, Priority.ALWAYS);
        Label mark = new Label(bullet);
        mark.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(mark, content);
        row.getStyleClass().add("markdown-item");
        return row;
    }

    private static Node code(String literal) {
        Label label = new Label(literal.stripTrailing());
        label.getStyleClass().addAll("mono", "markdown-code");
        label.setMaxWidth(Double.MAX_VALUE);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static TextFlow flow(org.commonmark.node.Node block, String style) {
        TextFlow flow = new TextFlow();
        if (!style.isEmpty()) {
            flow.getStyleClass().add(style);
        }
        addInline(flow, block, "markdown-text");
        return flow;
    }

    private static void addInline(TextFlow flow, org.commonmark.node.Node parent, String style) {
        for (org.commonmark.node.Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof org.commonmark.node.Text text) {
                add(flow, text.getLiteral(), style);
            } else if (node instanceof Code code) {
                add(flow, code.getLiteral(), "code");
            } else if (node instanceof SoftLineBreak) {
                add(flow, " ", style);
            } else if (node instanceof HardLineBreak) {
                add(flow, "\n", style);
            } else if (node instanceof StrongEmphasis) {
                addInline(flow, node, style + " strong");
            } else if (node instanceof Emphasis) {
                addInline(flow, node, style + " emphasis");
            } else {
                addInline(flow, node, style);
            }
        }
    }

    private static void add(TextFlow flow, String literal, String styles) {
        Text text = new Text(literal);
        text.getStyleClass().addAll(styles.split(" "));
        flow.getChildren().add(text);
    }
}
