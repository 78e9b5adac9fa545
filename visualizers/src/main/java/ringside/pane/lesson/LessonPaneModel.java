package ringside.pane.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ringside.pane.NumberText;

/** What the user is about to answer, while it is not committed. */
public final class LessonPaneModel {
    private final List<String> chosen = new ArrayList<>();
    private String typed = "";
    private String question = "";

    /** Forgets the answer when another question comes on show. */
    public void show(LessonView view) {
        String now =
                view.prediction() == null ? "" : view.step() + view.prediction().question();
        if (!now.equals(question)) {
            question = now;
            chosen.clear();
            typed = "";
        }
    }

    /** Chooses an option; with an order, adds it at the end, or takes it out again. */
    public void choose(LessonView.Prediction prediction, String option) {
        if (prediction.kind().equals("order")) {
            if (!chosen.remove(option)) {
                chosen.add(option);
            }
        } else {
            chosen.clear();
            chosen.add(option);
        }
    }

    /** Types a number or an address. */
    public void type(String text) {
        typed = text;
    }

    /** The place of an option among those chosen, from 1, or 0. */
    public int place(String option) {
        return chosen.indexOf(option) + 1;
    }

    /** Whether the answer is whole, so that it can be committed. */
    public boolean isComplete(LessonView.Prediction prediction) {
        return switch (prediction.kind()) {
            case "number" -> typed.strip().toLowerCase(Locale.ROOT).matches("-?[0-9]+|0x[0-9a-f_]+");
            case "address" -> NumberText.parseAddress(typed) != NumberText.NO_ADDRESS;
            case "order" -> chosen.size() == prediction.options().size();
            default -> !chosen.isEmpty();
        };
    }

    /** The answer as one text. */
    public String answer(LessonView.Prediction prediction) {
        boolean isTyped =
                prediction.kind().equals("number") || prediction.kind().equals("address");
        return isTyped ? typed.strip() : String.join(",", chosen);
    }
}
