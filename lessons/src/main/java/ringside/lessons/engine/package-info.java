/**
 * A student's progress through a lesson, as values.
 *
 * <p>{@link ringside.lessons.engine.LessonReducer} is one pure function: from a {@link ringside.lessons.engine.LessonState}
 * and a {@link ringside.lessons.engine.LessonInput} to the next state. What the machine says comes in as input, so nothing
 * here knows a machine. {@link ringside.lessons.engine.StepView} is what a pane shows of a state.
 */
package ringside.lessons.engine;
