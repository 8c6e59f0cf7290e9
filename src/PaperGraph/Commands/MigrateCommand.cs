using System.CommandLine;
using PaperGraph.Databases;
using PaperGraph.Terminals;

namespace PaperGraph.Commands;

/// <summary>Brings the database's tables up to this version of the program, which every other command does too.</summary>
internal sealed class MigrateCommand : Command, IHasExamples
{
    public MigrateCommand(DatabaseOptions database, Terminal terminal)
        : base("migrate", "Bring the database's tables up to this version. The other commands do so by themselves.") =>
        SetAction((parsed, cancellationToken) => RunAsync(database.ChosenBy(parsed), terminal, cancellationToken));

    public IReadOnlyList<string> Examples { get; } =
        ["papergraph migrate", "papergraph migrate --database postgresql://me@localhost/papers"];

    private static async Task<int> RunAsync(DatabaseChoice choice, Terminal terminal, CancellationToken cancellationToken)
    {
        await using var database = await OpenDatabase.OpenAsync(choice, terminal, cancellationToken);
        terminal.Out.WriteLine($"The tables are up to date: {database.Where}.");
        return ExitCode.Done;
    }
}
