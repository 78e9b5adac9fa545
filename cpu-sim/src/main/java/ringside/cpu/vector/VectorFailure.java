package ringside.cpu.vector;

/**
 * A vector whose outcome was not the expected one.
 *
 * @param name the vector's name
 * @param difference what differs: each place with the expected and the actual value
 */
public record VectorFailure(String name, String difference) {}
