package ringside.pane.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.pane.lesson.LessonView.Prediction;

/** An answer can be committed once it is whole. */
class LessonPaneModelTest {
    private static Prediction prediction(String kind, String... options) {
        return new Prediction(kind, "What?", List.of(options), "", "", false);
    }

    @Test
    void aChoiceHoldsOneOption() {
        Prediction choice = prediction("choice", "a", "b");
        LessonPaneModel model = new LessonPaneModel();
        assertFalse(model.isComplete(choice));
        model.choose(choice, "a");
        model.choose(choice, "b");
        assertTrue(model.isComplete(choice));
        assertEquals("b", model.answer(choice));
    }

    @Test
    void anOrderIsWholeWhenEveryOptionHasItsPlace() {
        Prediction order = prediction("order", "a", "b", "c");
        LessonPaneModel model = new LessonPaneModel();
        model.choose(order, "c");
        model.choose(order, "a");
        assertFalse(model.isComplete(order));
        model.choose(order, "b");
        assertTrue(model.isComplete(order));
        assertEquals("c,a,b", model.answer(order));
        assertEquals(2, model.place("a"));
    }

    @Test
    void numbersAndAddressesAreTyped() {
        LessonPaneModel model = new LessonPaneModel();
        model.type("0x20");
        assertTrue(model.isComplete(prediction("number")));
        model.type("2000_8000");
        assertTrue(model.isComplete(prediction("address")));
        model.type("many");
        assertFalse(model.isComplete(prediction("number")));
    }
}
