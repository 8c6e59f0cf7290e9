using System.CommandLine;
using PaperGraph.Ingest;
using PaperGraph.Terminals;

namespace PaperGraph.Commands;

/// <summary>Fetches the lists of days.</summary>
internal sealed class ImportDailyCommand : Command, IHasExamples
{
    private const string Why = "It is a day whose list there is, today at the latest.";

    private readonly Option<DateOnly?> from = DayOption.Create("--from", "The first day, as 2025-06-16. Without it: the last one.", Why);
    private readonly Option<DateOnly?> to = DayOption.Create("--to", "The last day. Without it: today.", Why);
    private readonly ServiceOption service = new("HuggingFace");

    public ImportDailyCommand(DatabaseOptions database, ContactOption contact, Terminal terminal)
        : base("daily", "Fetch the daily papers of Hugging Face, day by day. Days that are stored and have not changed are passed over.")
    {
        Options.Add(from);
        Options.Add(to);
        Options.Add(service);
        SetAction((parsed, cancellationToken) =>
        {
            var last = parsed.GetValue(to) ?? DayOption.Today();
            var first = parsed.GetValue(from) ?? last;
            if (first > last) throw new CommandFailure($"--from {first:yyyy-MM-dd} lies behind --to {last:yyyy-MM-dd}. Exchange them.");
            var settings = contact.ReadSettings(parsed);
            settings.HuggingFace = service.Of(parsed) ?? settings.HuggingFace;
            return ImportExecution.RunAsync(
                new ImportOptions { Given = [$"daily --from {first:yyyy-MM-dd} --to {last:yyyy-MM-dd}"] },
                settings,
                (fetcher, token) => fetcher.FetchDailyAsync(first, last, token),
                measure: null,
                database.ChosenBy(parsed),
                terminal,
                cancellationToken);
        });
    }

    public IReadOnlyList<string> Examples { get; } =
        ["papergraph import daily", "papergraph import daily --from 2025-06-16 --to 2025-06-20"];
}
