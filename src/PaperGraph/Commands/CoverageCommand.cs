using System.CommandLine;
using System.Globalization;
using PaperGraph.Data.Groups;
using PaperGraph.Databases;
using PaperGraph.Terminals;

namespace PaperGraph.Commands;

/// <summary>Of each source, what it tells of papers and what it leaves open, and when it was last told.</summary>
internal sealed class CoverageCommand : Command, IHasExamples
{
    private readonly Option<string?> source = new("--source")
    {
        Description = "One source alone, by a name that `papergraph formats` lists.",
        HelpName = "NAME",
    };

    public CoverageCommand(DatabaseOptions database, Terminal terminal)
        : base("coverage", "Say of each source which fields of papers are known and missing, and when they last came.")
    {
        Options.Add(source);
        SetAction(
            (parsed, cancellationToken) => RunAsync(parsed.GetValue(source), database.ChosenBy(parsed), terminal, cancellationToken));
    }

    public IReadOnlyList<string> Examples { get; } = ["papergraph coverage", "papergraph coverage --source hf-json"];

    private static async Task<int> RunAsync(string? source, DatabaseChoice choice, Terminal terminal, CancellationToken cancellationToken)
    {
        await using var database = await OpenDatabase.OpenAsync(choice, terminal, cancellationToken);
        var rows = await CoverageReads.ReadAsync(database.DataSource, cancellationToken);
        var told = rows.Where(row => source is null || row.Source == source).GroupBy(row => row.Source).ToList();
        if (source is not null && told.Count == 0)
        {
            var known = rows.Select(row => row.Source).OfType<string>().Distinct().ToList();
            throw new CommandFailure(
                $"Nothing was imported of {source}. There is {(known.Count > 0 ? string.Join(", ", known) : "no source yet")}.");
        }
        foreach (var (fields, i) in told.Select((fields, i) => (fields, i)))
        {
            if (i > 0) terminal.Out.WriteLine();
            var table = new TextTable(fields.Key ?? "All sources, as they were merged", "", "known", "missing", "latest", "imported");
            foreach (var field in fields)
                table.Add(
                    field.Field, Quantities.Number(field.Known), Quantities.Number(field.Missing), Day(field.LatestOn),
                    field.ImportedAt?.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "");
            table.WriteTo(terminal);
        }
        return ExitCode.Done;
    }

    private static string Day(DateOnly? day) =>
        day is { } known && known > DateOnly.MinValue ? known.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";
}
