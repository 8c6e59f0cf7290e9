using System.CommandLine;
using System.Runtime.CompilerServices;
using PaperGraph.Ingest;
using PaperGraph.Ingest.Fetching;
using PaperGraph.Sources;
using PaperGraph.Sources.Ids;
using PaperGraph.Terminals;

namespace PaperGraph.Commands;

/// <summary>Fetches papers by their identifiers.</summary>
internal sealed class ImportPaperCommand : Command, IHasExamples
{
    private const string CommandLine = "command line";

    private readonly Argument<string[]> ids = new("ID")
    {
        Description = "arXiv ids, DOIs, ids of OpenAlex (W2741809807) or Semantic Scholar, or the addresses of their pages.",
        Arity = ArgumentArity.OneOrMore,
    };

    public ImportPaperCommand(DatabaseOptions database, ContactOption contact, Terminal terminal)
        : base("paper", "Fetch papers by their ids, from arXiv, OpenAlex or Semantic Scholar.")
    {
        ids.Validators.Add(result =>
        {
            foreach (var text in result.Tokens.Select(token => token.Value))
                if (PaperIdentifier.Parse(text) is null && WebAddress.Parse(text) is null)
                    result.AddError($"{text} is no id of a paper. One looks like 2312.00752 or 10.1145/3442188.3445922.");
        });
        Arguments.Add(ids);
        SetAction((parsed, cancellationToken) =>
        {
            var given = parsed.GetValue(ids)!;
            return ImportExecution.RunAsync(
                new ImportOptions { Given = given },
                contact.ReadSettings(parsed),
                (fetcher, token) => FetchAsync(fetcher, given, token),
                measure: null,
                database.ChosenBy(parsed),
                terminal,
                cancellationToken);
        });
    }

    public IReadOnlyList<string> Examples { get; } =
        ["papergraph import paper 2312.00752 10.7717/peerj.4375", "papergraph import paper https://openalex.org/W2741809807"];

    /// <summary>An address that holds no identifier is fetched as it is.</summary>
    private static async IAsyncEnumerable<ImportSource> FetchAsync(
        PaperFetcher fetcher, IReadOnlyList<string> given, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var references = new List<PaperReference>();
        foreach (var text in given)
        {
            if (PaperIdentifier.Parse(text) is { } id) references.Add(new PaperReference(id, CommandLine, Line: null, text));
            else yield return await fetcher.FetchAsync(text, cancellationToken);
        }
        await foreach (var source in fetcher.FetchPapersAsync(references, cancellationToken)) yield return source;
    }
}
