/**
 * Guided lessons: their format, the engine that checks them, and grading. Nothing here draws.
 */
package ringside.lessons;
