package ringside.app.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of the program, as its package has it. */
final class ProgramVersion implements IVersionProvider {
    static String text() {
        String version = ProgramVersion.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"ringside " + text()};
    }
}
