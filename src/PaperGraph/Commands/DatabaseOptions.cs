using System.CommandLine;

namespace PaperGraph.Commands;

/// <summary>Which database a command works on; the same two options on every command.</summary>
internal sealed class DatabaseOptions
{
    public const string DatabaseVariable = "PAPERGRAPH_DATABASE";
    public const string HomeVariable = "PAPERGRAPH_HOME";

    public Option<string?> Database { get; } = new("--database")
    {
        Description = $"Connection string of a PostgreSQL database, or a postgresql:// address. Also by {DatabaseVariable}. "
            + "Without it the program starts a PostgreSQL of its own.",
        HelpName = "CONNECTION",
        Recursive = true,
    };

    public Option<string?> Home { get; } = new("--home")
    {
        Description = $"Folder in which the program's own PostgreSQL keeps its data. Also by {HomeVariable}.",
        HelpName = "FOLDER",
        Recursive = true,
    };

    public DatabaseOptions()
    {
        Home.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: "" }]) result.AddError("An empty text is no folder. Name one behind --home, or leave it out.");
        });
    }

    public DatabaseChoice ChosenBy(ParseResult parsed) => new(
        parsed.GetValue(Database) ?? Variable(DatabaseVariable),
        parsed.GetValue(Home) ?? Variable(HomeVariable));

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}

/// <param name="ConnectionString">The connection string; null for the program's own PostgreSQL.</param>
/// <param name="Home">The home folder; null for the usual one.</param>
internal sealed record DatabaseChoice(string? ConnectionString, string? Home);
