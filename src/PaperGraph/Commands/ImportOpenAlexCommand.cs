using System.CommandLine;
using PaperGraph.Ingest;
using PaperGraph.Terminals;

namespace PaperGraph.Commands;

/// <summary>Fetches the works of OpenAlex that pass a filter.</summary>
internal sealed class ImportOpenAlexCommand : Command, IHasExamples
{
    private readonly Option<string> filter = new("--filter")
    {
        Description = "Which works, in OpenAlex's words, as title.search:attention,from_publication_date:2025-06-16.",
        HelpName = "FILTER",
        Required = true,
    };

    private readonly ServiceOption service = new("OpenAlex");

    public ImportOpenAlexCommand(DatabaseOptions database, ContactOption contact, Terminal terminal)
        : base("openalex", "Fetch the works of OpenAlex that pass a filter. Fetch__OpenAlexKey is the key of an account.")
    {
        Options.Add(filter);
        Options.Add(service);
        SetAction((parsed, cancellationToken) =>
        {
            var works = parsed.GetValue(filter)!;
            var settings = contact.ReadSettings(parsed);
            settings.OpenAlex = service.Of(parsed) ?? settings.OpenAlex;
            return ImportExecution.RunAsync(
                new ImportOptions { Given = [$"openalex --filter {works}"] },
                settings,
                (fetcher, token) => fetcher.FetchOpenAlexAsync(works, token),
                measure: null,
                database.ChosenBy(parsed),
                terminal,
                cancellationToken);
        });
    }

    public IReadOnlyList<string> Examples { get; } =
        ["papergraph import openalex --filter title.search:attention,from_publication_date:2025-06-16"];
}
