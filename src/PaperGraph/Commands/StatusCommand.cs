using System.CommandLine;
using System.Globalization;
using PaperGraph.Data.Fetching;
using PaperGraph.Data.Network;
using PaperGraph.Data.Status;
using PaperGraph.Databases;
using PaperGraph.Network;
using PaperGraph.Postgres;
using PaperGraph.Terminals;

namespace PaperGraph.Commands;

/// <summary>What is in the database: by kind, per source, and which facts of papers are known.</summary>
internal sealed class StatusCommand : Command, IHasExamples
{
    public StatusCommand(DatabaseOptions database, Terminal terminal)
        : base("status", "Say what is in the database: by kind, per source, and what is known of the papers.") =>
        SetAction((parsed, cancellationToken) => RunAsync(database.ChosenBy(parsed), terminal, cancellationToken));

    public IReadOnlyList<string> Examples { get; } = ["papergraph status", "papergraph status --home ~/papers"];

    private static async Task<int> RunAsync(DatabaseChoice choice, Terminal terminal, CancellationToken cancellationToken)
    {
        await using var database = await OpenDatabase.OpenAsync(choice, terminal, cancellationToken);
        var counts = await DatabaseCounts.ReadAsync(database.DataSource, cancellationToken);

        terminal.Out.WriteLine($"Data: {database.Where}");
        foreach (var table in Tables(counts))
        {
            terminal.Out.WriteLine();
            table.WriteTo(terminal);
        }
        if (await GraphSnapshotReads.EstimateSizeAsync(database.DataSource, cancellationToken) is { } size)
        {
            terminal.Out.WriteLine();
            var memory = new TextTable("Of a server", "", "");
            memory.Add("the graph in memory", $"about {MemorySize.Format(size)}");
            memory.WriteTo(terminal);
        }
        await WriteFollowedAsync(database, terminal, cancellationToken);
        if (database.Own is not null) await WriteSettingsAsync(database, terminal, cancellationToken);
        return ExitCode.Done;
    }

    private static async Task WriteFollowedAsync(OpenDatabase database, Terminal terminal, CancellationToken cancellationToken)
    {
        var states = await FollowStore.ReadAsync(database.DataSource, cancellationToken);
        if (states.Count == 0) return;
        var followed = new TextTable("Followed", "", "last done", "failures since");
        foreach (var state in states)
        {
            followed.Add(
                state.Source,
                state.DoneAt is { } done ? done.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "never",
                Quantities.Number(state.Failures));
        }
        terminal.Out.WriteLine();
        followed.WriteTo(terminal);
        foreach (var state in states.Where(state => state.Trouble is not null))
            terminal.Out.WriteLine($"  {state.Source}: {state.Trouble}");
    }

    private static async Task WriteSettingsAsync(OpenDatabase database, Terminal terminal, CancellationToken cancellationToken)
    {
        var settings = new TextTable("Its PostgreSQL", "", "");
        foreach (var (name, value) in await PrivatePostgres.ReadSettingsAsync(database.DataSource, cancellationToken))
            settings.Add(name, value);
        terminal.Out.WriteLine();
        settings.WriteTo(terminal);
    }

    private static IEnumerable<TextTable> Tables(DatabaseCounts counts)
    {
        var kinds = new TextTable("In the database", "", "");
        foreach (var kind in counts.Kinds) kinds.Add(kind.Kind, Quantities.Number(kind.Count));
        yield return kinds;

        if (counts.Sources.Count == 0) yield break;
        var sources = new TextTable("By source", "", "pages", "listings", "papers");
        foreach (var source in counts.Sources)
            sources.Add(
                source.Source, Quantities.Number(source.Pages), Quantities.Number(source.Listings), Quantities.Number(source.Papers));
        yield return sources;

        var fields = new TextTable("Of the papers", "", "known", "missing");
        foreach (var field in counts.Fields) fields.Add(field.Field, Quantities.Number(field.Known), Quantities.Number(field.Missing));
        yield return fields;
    }
}
