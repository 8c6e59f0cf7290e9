using Npgsql;
using PaperGraph.Concepts.Linking;
using PaperGraph.Data.Bulk;
using PaperGraph.Data.Links;
using PaperGraph.Ingest.Faults;

namespace PaperGraph.Ingest.Linking;

/// <summary>
/// Links all papers by how many have what today, and stores besides what the next ones are linked by alone. Papers with which it fails are
/// left without links; all others get theirs.
/// </summary>
internal sealed class FullLinking(
    NpgsqlTransaction transaction, int chunkSize, List<PaperFault> faults, IProgress<ImportProgress>? progress)
{
    private const int Portion = 1_000;

    /// <summary>Whether what papers are compared by was made before, which takes about as long as to link them.</summary>
    private bool hasMadeFeatures;

    /// <param name="areFeaturesStale">Whether all that papers are compared by is to be made anew.</param>
    public async Task RunAsync(bool areFeaturesStale, CancellationToken cancellationToken)
    {
        hasMadeFeatures = await FeaturesStage.RunAsync(
            transaction,
            areFeaturesStale,
            faults.Add,
            (made, all) => progress?.Report(new ImportProgress(ImportStage.LinkingPapers, made / 2, all)),
            cancellationToken);
        await LinkAllAsync(cancellationToken);
    }

    /// <summary>Links all papers by the features that are stored.</summary>
    public async Task LinkAllAsync(CancellationToken cancellationToken)
    {
        var targets = await TargetsAsync(cancellationToken);
        var linker = await LinkerAsync(targets, cancellationToken);
        if (await FaultIsolation.TryAsync(transaction, "links", () => LinkAsync(linker, cancellationToken), cancellationToken)
            is { } exception)
        {
            linker = await LinkerWithoutOffendersAsync(targets, exception, cancellationToken);
            await LinkAsync(linker, cancellationToken);
        }
    }

    private async Task<LinkFeatureLookup> TargetsAsync(CancellationToken cancellationToken)
    {
        var targets = new LinkFeatureLookup();
        var (concepts, organizations, repositories) = await FeaturesReads.TargetsAsync(transaction, cancellationToken);
        foreach (var (id, key, kind) in concepts) targets.AddConcept(new LinkableEntity(id, key), kind);
        foreach (var (id, key) in organizations) targets.AddOrganization(new LinkableEntity(id, key));
        foreach (var (id, key) in repositories) targets.AddRepository(new LinkableEntity(id, key));
        return targets;
    }

    /// <summary>While a portion of the papers is unpacked, the next is read.</summary>
    private async Task<PaperLinker> LinkerAsync(LinkFeatureLookup targets, CancellationToken cancellationToken)
    {
        var linker = new PaperLinker();
        var adding = Task.CompletedTask;
        await foreach (var portion in FeaturesReads.AllAsync(transaction, cancellationToken).Chunk(Portion)
            .WithCancellation(cancellationToken))
        {
            await adding;
            adding = Task.Run(() => linker.Add(Features(portion), targets, Refuse), cancellationToken);
        }
        await adding;
        return linker;

        void Refuse(long paper, Exception exception) => faults.Add(new PaperFault(paper, exception));
    }

    private static List<(long Id, PaperFeatures Stored)> Features(IEnumerable<FeaturesRow> rows) =>
        [.. rows.Select(row => (row.PaperId, LinkRows.Features(row)))];

    /// <exception cref="InvalidOperationException">All papers can be linked, so that something else failed.</exception>
    private async Task<PaperLinker> LinkerWithoutOffendersAsync(
        LinkFeatureLookup targets, Exception failure, CancellationToken cancellationToken)
    {
        var known = faults.Select(fault => fault.PaperId).ToHashSet();
        var papers = new List<FeaturesRow>();
        await foreach (var paper in FeaturesReads.AllAsync(transaction, cancellationToken))
            if (!known.Contains(paper.PaperId)) papers.Add(paper);
        var offenders = await FaultBisection.TakeOutAsync(papers, LinkAllAsync, cancellationToken);
        if (offenders.Count == 0) throw new InvalidOperationException("Linking failed, and no paper is at fault.", failure);
        faults.AddRange(offenders.Select(offender => new PaperFault(offender.Item.PaperId, offender.Exception)));
        return Linker(papers, targets);

        Task LinkAllAsync(IReadOnlyList<FeaturesRow> some)
        {
            foreach (var _ in Linker(some, targets).Link(Environment.ProcessorCount, cancellationToken))
            {
            }
            return Task.CompletedTask;
        }
    }

    private static PaperLinker Linker(IReadOnlyList<FeaturesRow> papers, LinkFeatureLookup targets)
    {
        var linker = new PaperLinker();
        linker.Add(Features(papers), targets, (_, exception) => throw exception);
        return linker;
    }

    private async Task LinkAsync(PaperLinker linker, CancellationToken cancellationToken)
    {
        var atFault = faults.Select(fault => fault.PaperId).ToList();
        await LinkUpserts.RemoveAsync(transaction, atFault, cancellationToken);
        await FeaturesUpserts.RemoveAsync(transaction, atFault, cancellationToken);
        await PostingsUpserts.ReplaceAllAsync(transaction, linker.Postings().Select(LinkRows.From), cancellationToken);
        await PostingsUpserts.WriteCountAsync(transaction, new LinkCountRow(linker.Count, 0), cancellationToken);
        var refused = new List<long>();
        var done = 0L;
        foreach (var papers in linker.Link(Environment.ProcessorCount, cancellationToken).Chunk(chunkSize))
        {
            await LinkStorage.StoreAsync(
                transaction,
                [.. papers.Select(StoredLinks.From)],
                (paper, exception) =>
                {
                    refused.Add(paper);
                    faults.Add(new PaperFault(paper, exception));
                },
                cancellationToken);
            await TableStatistics.RefreshAsync(transaction, LinkUpserts.Tables, cancellationToken);
            done += papers.Length;
            var told = hasMadeFeatures ? (linker.Count + done) / 2 : done;
            progress?.Report(new ImportProgress(ImportStage.LinkingPapers, told, linker.Count));
        }
        await LinkUpserts.RemoveAsync(transaction, refused, cancellationToken);
    }
}
