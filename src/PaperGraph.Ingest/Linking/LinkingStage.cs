using Npgsql;
using PaperGraph.Concepts.Linking;
using PaperGraph.Data.Bulk;
using PaperGraph.Data.Links;
using PaperGraph.Data.Stages;
using PaperGraph.Ingest.Faults;
using State = PaperGraph.Concepts.Linking.LinkState;

namespace PaperGraph.Ingest.Linking;

/// <summary>
/// Links papers anew where what they are linked by has changed since the last time, or where a paper that has is near them;
/// nothing is read where nothing has. In one transaction, so that no paper goes away between being compared and being linked;
/// the caller commits it. Papers with which it fails are left without links; all others get theirs.
/// </summary>
internal sealed class LinkingStage(int chunkSize, StageProblems problems, IProgress<ImportProgress>? progress)
{
    private const int Portion = 1_000;

    public async Task RunAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        progress?.Report(new ImportProgress(ImportStage.LinkingPapers, 0, Total: null));
        var last = await StageStateStore.BeginAsync(transaction, DerivingStage.Linking, cancellationToken);
        var seen = await LinkStateReads.DigestAsync(transaction, cancellationToken);
        if (last is not null && last.Is(PaperLinker.Version, seen)) return;
        await TableStatistics.RefreshAsync(transaction, cancellationToken);

        var isOfThisVersion = last?.Version == PaperLinker.Version;
        var faults = new List<PaperFault>();
        await FeaturesStage.RunAsync(transaction, all: !isOfThisVersion, faults.Add, cancellationToken);
        var before = isOfThisVersion ? await StatesAsync(transaction, cancellationToken) : [];
        var targets = await TargetsAsync(transaction, cancellationToken);
        var linker = await LinkerAsync(transaction, targets, faults, cancellationToken);
        if (await FaultIsolation.TryAsync(
            transaction, "links", () => LinkAsync(transaction, linker, before, faults, cancellationToken), cancellationToken)
                is { } exception)
        {
            linker = await LinkerWithoutOffendersAsync(transaction, targets, faults, exception, cancellationToken);
            await LinkAsync(transaction, linker, before, faults, cancellationToken);
        }

        await problems.AddAsync(transaction, ImportStage.LinkingPapers, faults, cancellationToken);
        await StageStateStore.WriteAsync(
            transaction, new StageState { Stage = DerivingStage.Linking, Version = PaperLinker.Version, Seen = seen }, cancellationToken);
    }

    private static async Task<Dictionary<long, State>> StatesAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        var states = await LinkStateReads.ReadAsync(transaction, cancellationToken);
        return states.ToDictionary(state => state.PaperId, state => new State(state.Features, state.Rarity, state.Floor));
    }

    private static async Task<LinkFeatureLookup> TargetsAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        var targets = new LinkFeatureLookup();
        var (concepts, organizations, repositories) = await FeaturesReads.TargetsAsync(transaction, cancellationToken);
        foreach (var (id, key, kind) in concepts) targets.AddConcept(new LinkableEntity(id, key), kind);
        foreach (var (id, key) in organizations) targets.AddOrganization(new LinkableEntity(id, key));
        foreach (var (id, key) in repositories) targets.AddRepository(new LinkableEntity(id, key));
        return targets;
    }

    /// <summary>While a portion of the papers is unpacked, the next is read.</summary>
    private static async Task<PaperLinker> LinkerAsync(
        NpgsqlTransaction transaction, LinkFeatureLookup targets, List<PaperFault> faults, CancellationToken cancellationToken)
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
    private static async Task<PaperLinker> LinkerWithoutOffendersAsync(
        NpgsqlTransaction transaction,
        LinkFeatureLookup targets,
        List<PaperFault> faults,
        Exception failure,
        CancellationToken cancellationToken)
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

    private async Task LinkAsync(
        NpgsqlTransaction transaction,
        PaperLinker linker,
        Dictionary<long, State> before,
        List<PaperFault> faults,
        CancellationToken cancellationToken)
    {
        var atFault = faults.Select(fault => fault.PaperId).ToList();
        await LinkUpserts.RemoveAsync(transaction, atFault, cancellationToken);
        var changed = linker.Changed(before);
        var near = await LinkStateReads.FindLinkedAsync(transaction, changed, cancellationToken);
        var affected = linker.Affected(before, changed, near, cancellationToken);
        var refused = new List<long>();
        var done = 0L;
        foreach (var papers in linker.Link(affected, Environment.ProcessorCount, cancellationToken).Chunk(chunkSize))
        {
            await FaultIsolation.StoreAsync(
                transaction,
                papers,
                part => LinkUpserts.ReplaceAsync(transaction, [.. part.Select(LinkRows.From)], cancellationToken),
                (paper, exception) =>
                {
                    refused.Add(paper.PaperId);
                    faults.Add(new PaperFault(paper.PaperId, exception));
                },
                cancellationToken);
            await TableStatistics.RefreshAsync(transaction, cancellationToken);
            done += papers.Length;
            progress?.Report(new ImportProgress(ImportStage.LinkingPapers, done, affected.Count));
        }
        await LinkUpserts.RemoveAsync(transaction, refused, cancellationToken);
    }
}
