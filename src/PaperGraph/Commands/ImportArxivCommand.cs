using System.CommandLine;
using PaperGraph.Ingest;
using PaperGraph.Terminals;

namespace PaperGraph.Commands;

/// <summary>Fetches what arXiv finds for a query, or what is new in a category.</summary>
internal sealed class ImportArxivCommand : Command, IHasExamples
{
    private readonly Option<string?> query = new("--query")
    {
        Description = "What arXiv's API is to search for, in its words, as \"au:vaswani AND ti:attention\".",
        HelpName = "QUERY",
    };

    private readonly Option<string?> category = new("--category")
    {
        Description = "A category, as cs.CL, or an archive, as hep-th. Without --query all that is new or changed in it is harvested.",
        HelpName = "CATEGORY",
    };

    private readonly Option<DateOnly?> since = DayOption.Create(
        "--since", "The first day, as 2025-06-16: of submission, with --query; else of the last change.", "It is today at the latest.");

    private readonly ServiceOption service = new("Arxiv (or Fetch__ArxivOai for what is harvested)");

    public ImportArxivCommand(DatabaseOptions database, ContactOption contact, Terminal terminal)
        : base("arxiv", "Fetch what arXiv finds for a query, or what is new or changed in a category; one request in three seconds.")
    {
        category.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var name }] && !IsCategory(name))
                result.AddError($"--category {name} is no category of arXiv. It looks like cs.CL or hep-th.");
        });
        Options.Add(query);
        Options.Add(category);
        Options.Add(since);
        Options.Add(service);
        Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValue(query)) && result.GetValue(category) is null)
                result.AddError("Say what to fetch: --query \"ti:attention\", or --category cs.CL.");
        });
        SetAction((parsed, cancellationToken) =>
        {
            var (asked, set, first) = (parsed.GetValue(query), parsed.GetValue(category), parsed.GetValue(since));
            var settings = contact.ReadSettings(parsed);
            if (service.Of(parsed) is { } other) (settings.Arxiv, settings.ArxivOai) = (other, other);
            return ImportExecution.RunAsync(
                new ImportOptions { Given = [Given(asked, set, first)] },
                settings,
                (fetcher, token) => asked is null
                    ? fetcher.FetchArxivCategoryAsync(set!, first, token)
                    : fetcher.FetchArxivQueryAsync(set is null ? asked : $"({asked}) AND cat:{set}", first, token),
                measure: null,
                database.ChosenBy(parsed),
                terminal,
                cancellationToken);
        });
    }

    public IReadOnlyList<string> Examples { get; } =
    [
        "papergraph import arxiv --query \"au:vaswani AND ti:attention\"",
        "papergraph import arxiv --category cs.CL --since 2025-06-16",
    ];

    private static bool IsCategory(string name) =>
        name.Length is > 1 and < 30 && name.All(c => char.IsAsciiLetter(c) || c is '.' or '-') && char.IsAsciiLetter(name[0]);

    private static string Given(string? query, string? category, DateOnly? since) => string.Concat(
        "arxiv", query is null ? "" : $" --query {query}", category is null ? "" : $" --category {category}",
        since is null ? "" : $" --since {since:yyyy-MM-dd}");
}
