/**
 * Tests of the code base itself: who may know whom, sizes, documentation, citations.
 */
package ringside.architecture;
