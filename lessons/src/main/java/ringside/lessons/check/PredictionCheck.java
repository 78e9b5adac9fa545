package ringside.lessons.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import ringside.lessons.engine.Answer;
import ringside.lessons.engine.LessonInput;
import ringside.lessons.engine.LessonReducer;
import ringside.lessons.engine.LessonState;
import ringside.lessons.engine.Verdict;
import ringside.lessons.format.Option;
import ringside.lessons.format.Prediction;
import ringside.lessons.format.Step;

/** Checks that a prediction tells right answers from wrong ones. */
record PredictionCheck(Step step, Prediction prediction) {

    /**
     * What is wrong with it.
     *
     * @param before the state when the step began
     * @param after the state when its goals held and the solution's answer was committed
     */
    List<String> problems(LessonState before, LessonState after) {
        Optional<Answer> right = after.progress().rightAnswer();
        if (right.isEmpty()) {
            return List.of("the machine gives no right answer, or more than one, to the prediction");
        }
        List<String> problems = new ArrayList<>();
        if (after.verdict() != Verdict.RIGHT) {
            problems.add("the solution's answer "
                    + after.progress()
                            .committed()
                            .map(answer -> "\"" + answer + "\"")
                            .orElse("") + " is wrong: the machine says \""
                    + right.get() + "\"");
        }
        for (String wrong : wrongAnswers(right.get())) {
            LessonState judged = LessonReducer.next(before, new LessonInput.PredictionCommitted(wrong));
            judged = LessonReducer.next(
                    judged, new LessonInput.GoalsEvaluated(after.progress().goals(), right));
            if (judged.verdict() != Verdict.WRONG) {
                problems.add("the wrong answer \"" + wrong + "\" is taken for right");
            }
        }
        return problems;
    }

    private List<String> wrongAnswers(Answer right) {
        return switch (prediction.kind()) {
            case CHOICE ->
                prediction.options().stream()
                        .map(Option::text)
                        .filter(text -> !right.parts().contains(text))
                        .toList();
            case NUMBER ->
                List.of(new BigInteger(right.parts().get(0)).add(BigInteger.ONE).toString());
            case ADDRESS ->
                List.of(new BigInteger(right.parts().get(0), 16)
                        .add(BigInteger.ONE)
                        .toString(16));
            case ORDER -> {
                List<String> reversed = new ArrayList<>(right.parts());
                Collections.reverse(reversed);
                yield List.of(String.join(",", reversed));
            }
        };
    }
}
