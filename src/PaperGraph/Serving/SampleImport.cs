using Npgsql;
using PaperGraph.Data.Imports;
using PaperGraph.Ingest;
using PaperGraph.Terminals;

namespace PaperGraph.Serving;

/// <summary>Fills an empty database with <see cref="SampleListings"/>.</summary>
internal static class SampleImport
{
    public static async Task RunWhereEmptyAsync(
        NpgsqlDataSource database, Readiness readiness, Terminal terminal, CancellationToken cancellationToken)
    {
        // A database is empty as long as nothing but the sample was tried, and that did not come to its end.
        if (!await ImportRunStore.HasNothingButAsync(database, SampleListings.Names, cancellationToken)) return;

        readiness.WaitFor(
            "the sample page is being imported",
            "The built-in sample page is being imported: answers are incomplete until it is in, which takes some seconds.");
        terminal.Out.WriteLine("The database is empty: importing the built-in sample page.");
        var importer = new Importer(database, TimeProvider.System, Importer.LoadConcepts());
        await ImportDisplay.ShowAsync(
            terminal, progress => importer.ImportAsync(SampleListings.Sources, new ImportOptions(), progress, cancellationToken));
        terminal.Out.WriteLine("All of it is in the database now.");
    }
}
