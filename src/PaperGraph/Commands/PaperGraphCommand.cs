using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using PaperGraph.Terminals;

namespace PaperGraph.Commands;

/// <summary>The command line of the program. Without a command's name the first command runs.</summary>
internal sealed class PaperGraphCommand : RootCommand, IHasExamples
{
    public PaperGraphCommand(DatabaseOptions database, params Command[] commands)
        : base("PaperGraph reads listings of research papers and serves them as one graph over GraphQL.\n"
            + $"Without a command it does what `{commands[0].Name}` does.")
    {
        Options.Add(database.Database);
        Options.Add(database.Home);

        foreach (var option in commands[0].Options) Options.Add(option);
        Action = commands[0].Action;
        foreach (var command in commands) Subcommands.Add(command);

        var help = Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
    }

    public IReadOnlyList<string> Examples { get; } =
    [
        "papergraph",
        "papergraph import page.txt --as-of 2025-06-20",
        "papergraph status",
    ];

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken cancellationToken = default)
    {
        var parsed = Parse(arguments);
        if (parsed.Action is ParseErrorAction)
        {
            foreach (var error in parsed.Errors) await terminal.Error.WriteLineAsync(error.Message);
            await terminal.Error.WriteLineAsync($"`{CommandPath(parsed)} --help` shows how it is used.");
            return ExitCode.WrongUse;
        }

        using var interruption = new Interruption(cancellationToken);
        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    Output = terminal.Out,
                    Error = terminal.Error,
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = null,
                },
                interruption.Token);
        }
        catch (OperationCanceledException stopped) when (interruption.Token.IsCancellationRequested)
        {
            await terminal.Error.WriteLineAsync(stopped is CommandStopped ? stopped.Message : "Stopped.");
            return interruption.ExitCode;
        }
        catch (Exception exception)
        {
            await terminal.Error.WriteLineAsync(ErrorMessage.For(exception));
            return ExitCode.NotDone;
        }
    }

    private static string CommandPath(ParseResult parsed) =>
        parsed.CommandResult.Command is RootCommand ? "papergraph" : $"papergraph {parsed.CommandResult.Command.Name}";
}
