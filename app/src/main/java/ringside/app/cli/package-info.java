/**
 * The command line: every command that needs no window.
 *
 * <p>Reading order: {@link ringside.app.cli.CommandLineProgram} runs a command and turns whatever goes wrong into one line
 * and an exit status; {@link ringside.app.cli.GuestArguments} is what the commands share that take an image;
 * then one class a command. Names, options and the keys of the JSON are fixed, since scripts of classes depend on them;
 * the schemas under {@code resources/schemas} describe the JSON.
 */
package ringside.app.cli;
