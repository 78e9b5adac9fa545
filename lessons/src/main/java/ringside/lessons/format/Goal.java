package ringside.lessons.format;

import ringside.lessons.predicate.Predicate;

/** Something that must hold: in words, and as a question to the machine. */
public record Goal(String text, Predicate predicate) {}
