package ringside.lessons.format;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The files of a lesson that a test makes up. */
public final class TextFiles implements LessonFiles {
    private final Map<String, String> texts = new HashMap<>();

    /** A lesson with two steps, without a mistake. */
    public static TextFiles sound() {
        return new TextFiles()
                .with("lesson.json", """
                        {"format": 1, "id": "two-steps", "title": "Two steps", "style": "tock", "level": "beginner",
                         "minutes": 5, "image": "mini-tock", "steps": [
                          {"id": "one", "title": "One", "text": "one.md", "start": "mark:0",
                           "highlights": [{"pane": "registers", "what": "pc"}],
                           "prediction": {"kind": "address", "question": "Where?", "answerFrom": {"view": "registers", "path": "values.sp"},
                                          "right": "Yes.", "wrong": "No."},
                           "goals": [{"text": "moved", "holds": {"instructions": "since-start", "atLeast": 1}}],
                           "hints": ["first", "second"]},
                          {"id": "two", "title": "Two", "text": "two.md",
                           "prediction": {"kind": "choice", "question": "Which?", "options": [{"text": "A", "right": true, "why": "Because."},
                                          {"text": "B", "why": "B is not A."}], "right": "Yes.", "wrong": "No."},
                           "goals": [{"text": "main", "holds": {"view": "registers", "path": "values.pc", "is": {"symbol": "main"}}}]}]}
                        """)
                .with("solution.json", """
                        {"format": 1, "steps": [
                          {"step": "one", "answer": "0x20001ff8", "commands": ["step"]},
                          {"step": "two", "answer": "A", "commands": ["run-to symbol:main"]}]}
                        """)
                .with("one.md", "The *first* step.")
                .with("two.md", "The second step.");
    }

    /** Adds or replaces a file. */
    public TextFiles with(String file, String text) {
        texts.put(file, text);
        return this;
    }

    /** Takes a file away. */
    public TextFiles without(String file) {
        texts.remove(file);
        return this;
    }

    /** Replaces a part of a file, which must be there. */
    public TextFiles replace(String file, String part, String by) {
        String text = texts.get(file);
        if (!text.contains(part)) {
            throw new IllegalArgumentException(file + " has no " + part);
        }
        return with(file, text.replace(part, by));
    }

    @Override
    public String name() {
        return "folder";
    }

    @Override
    public Optional<String> text(String file) {
        return Optional.ofNullable(texts.get(file));
    }
}
