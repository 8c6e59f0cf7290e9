using Npgsql;
using PaperGraph.Data.Evidence;
using PaperGraph.Data.Papers;
using PaperGraph.Data.Repositories;
using PaperGraph.Ingest.Extraction;
using PaperGraph.Model;
using PaperGraph.Sources.Links;

namespace PaperGraph.Ingest.Code;

/// <summary>What a paper's texts say of code: what they link to, and the sentence in which they say that it will come.</summary>
internal sealed record CodeInText(IReadOnlyList<LinkInText> Links, FoundPromise? Promise);

/// <summary>Links in papers' texts become repositories and resources; promises of code are kept with their words.</summary>
internal sealed class CodeExtraction : IExtraction<CodeInText>
{
    private const string PromiseName = "papergraph-code-promises";

    /// <summary>Changes whenever the same text may give another promise.</summary>
    private const string PromiseVersion = "1";

    private static readonly CodeInText Nothing = new([], Promise: null);

    public ImportStage Stage => ImportStage.FindingCode;

    public string Extractor => CodeFinder.Name;

    public string Version => $"{CodeFinder.Version}.{PromiseVersion}";

    public bool FindsMentions => false;

    public CodeInText Find(StoredText paper) =>
        new([.. CodeFinder.Links(paper)], paper.Abstract is { } text ? CodePromiseFinder.FindSentence(text) : null);

    CodeInText IExtraction<CodeInText>.Nothing(StoredText paper) => Nothing;

    public async Task StoreAsync(
        NpgsqlTransaction transaction,
        IReadOnlyList<(StoredText Paper, CodeInText Found)> papers,
        CancellationToken cancellationToken)
    {
        var ids = papers.Select(entry => entry.Paper.PaperId).ToList();
        var links = papers.SelectMany(entry => entry.Found.Links).ToList();
        var targetsOf = await LinkTargetStore.StoreAsync(transaction, links.Select(found => found.Link.Target), cancellationToken);
        var edges = links.Select(link => new FoundEdge(link.PaperId, targetsOf[link.Link.Target], link.Evidence));

        await EvidenceUpserts.ReplaceFoundAsync(transaction, CodeFinder.Name, ids, [.. edges], cancellationToken);
        var promises = from entry in papers
                       where entry.Found.Promise is not null
                       select ToRow(entry.Paper.PaperId, entry.Found.Promise!);
        await CodePromiseUpserts.ReplaceAsync(transaction, ids, [.. promises], cancellationToken);
    }

    private static CodePromise ToRow(long paper, FoundPromise promise) => new()
    {
        PaperId = paper,
        Field = TextField.Abstract,
        Start = promise.Start,
        Quote = promise.Quote,
        Extractor = PromiseName,
        Version = PromiseVersion,
    };
}
