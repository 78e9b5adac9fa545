package ringside.cpu.tracefile;

/** The digest that the machine had at a mark. */
public record DigestAt(long mark, String digest) {}
