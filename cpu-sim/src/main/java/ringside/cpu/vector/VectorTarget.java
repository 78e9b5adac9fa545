package ringside.cpu.vector;

/** A processor that vectors are run on. */
interface VectorTarget {

    /**
     * Runs a vector.
     *
     * @return what differs from the expected outcome, or an empty text
     * @throws ringside.cpu.BadInputException if it is no vector of this processor
     */
    String run(VectorJson json);
}
