package ringside.lessons.format;

import java.util.Optional;
import ringside.lessons.predicate.EventPattern;
import ringside.lessons.predicate.Predicate;

/**
 * One of the answers of a choice, or one of the things of an order.
 *
 * @param text the text
 * @param rightWhen in a choice, what holds when the step is done if this is the right answer; without it, it never is
 * @param event in an order, the event whose first occurrence in the step gives the place
 * @param why what to say to who chose it; may be empty
 */
public record Option(String text, Optional<Predicate> rightWhen, Optional<EventPattern> event, String why) {}
