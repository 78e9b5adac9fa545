package ringside.lessons.predicate;

import java.util.List;

/** A question with the answer yes or no. */
public sealed interface Predicate {

    /** The answer now. */
    boolean holds(Evidence evidence);

    /** Compares two values. */
    record Compare(Source left, Comparison comparison, Source right) implements Predicate {
        @Override
        public boolean holds(Evidence evidence) {
            return comparison.holds(left.value(evidence), right.value(evidence));
        }
    }

    /** Whether a value is there, or is not. */
    record Exists(Source source, boolean expected) implements Predicate {
        @Override
        public boolean holds(Evidence evidence) {
            return source.value(evidence).isJsonNull() != expected;
        }
    }

    /** All of several. */
    record All(List<Predicate> parts) implements Predicate {
        /** Copies the list. */
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(Evidence evidence) {
            return parts.stream().allMatch(part -> part.holds(evidence));
        }
    }

    /** At least one of several. */
    record Any(List<Predicate> parts) implements Predicate {
        /** Copies the list. */
        public Any {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(Evidence evidence) {
            return parts.stream().anyMatch(part -> part.holds(evidence));
        }
    }

    /** The opposite. */
    record Not(Predicate part) implements Predicate {
        @Override
        public boolean holds(Evidence evidence) {
            return !part.holds(evidence);
        }
    }
}
