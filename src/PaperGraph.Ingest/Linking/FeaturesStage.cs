using Npgsql;
using PaperGraph.Concepts;
using PaperGraph.Concepts.Linking;
using PaperGraph.Data.Bulk;
using PaperGraph.Data.Links;
using PaperGraph.Ingest.Faults;
using PaperGraph.Model;

namespace PaperGraph.Ingest.Linking;

/// <summary>
/// Makes what papers are compared by of their texts and concepts, where those are others than before: no text is read twice. Papers with
/// which it fails are left without.
/// </summary>
internal static class FeaturesStage
{
    private const int Portion = 1_000;

    /// <summary>Makes those of all papers of which they are not what they are to be; those of papers that are gone go.</summary>
    /// <param name="all">Whether to make those of all papers anew.</param>
    /// <param name="fault">Called for each paper with which it fails.</param>
    /// <param name="made">Called after each portion, with how many were made, and of how many.</param>
    /// <returns>Whether any were made.</returns>
    public static async Task<bool> RunAsync(
        NpgsqlTransaction transaction, bool all, Action<PaperFault> fault, Action<int, int> made, CancellationToken cancellationToken)
    {
        await FeaturesUpserts.RemoveOrphansAsync(transaction, cancellationToken);
        var stale = await FeaturesReads.StaleAsync(transaction, PaperLinker.Version, all, cancellationToken);
        await MakeAsync(transaction, stale, fault, made, cancellationToken);
        return stale.Count > 0;
    }

    /// <summary>Makes those of the papers that were noted, and tells what they were and what they are.</summary>
    /// <param name="fault">Called for each paper with which it fails.</param>
    public static async Task<IReadOnlyList<ChangedPaper>> RunNotedAsync(
        NpgsqlTransaction transaction,
        IReadOnlyList<UnlinkedRow> noted,
        Action<PaperFault> fault,
        CancellationToken cancellationToken)
    {
        var gone = noted.Where(paper => !paper.IsThere && paper.Stored is not null).ToList();
        var stale = noted.Where(paper => paper.IsThere && paper.IsStale).ToList();
        await FeaturesUpserts.RemoveAsync(transaction, [.. gone.Select(paper => paper.PaperId)], cancellationToken);
        await MakeAsync(transaction, [.. stale.Select(paper => paper.PaperId)], fault, (_, _) => { }, cancellationToken);
        var made = (await FeaturesReads.SomeAsync(transaction, [.. stale.Select(paper => paper.PaperId)], cancellationToken))
            .ToDictionary(row => row.PaperId, LinkRows.Features);
        return
        [
            .. gone.Concat(stale)
                .Select(paper => new ChangedPaper(
                    paper.PaperId, paper.Stored is null ? null : LinkRows.Features(paper.Stored), made.GetValueOrDefault(paper.PaperId)))
                .Where(paper => paper.Before is not null || paper.Now is not null),
        ];
    }

    private static async Task MakeAsync(
        NpgsqlTransaction transaction,
        IReadOnlyList<long> stale,
        Action<PaperFault> fault,
        Action<int, int> told,
        CancellationToken cancellationToken)
    {
        var failed = new List<long>();
        var done = 0;
        foreach (var portion in stale.Chunk(Portion))
        {
            var papers = await LinkableReads.ReadAsync(transaction, portion, cancellationToken);
            var made = papers.AsParallel().AsOrdered().WithCancellation(cancellationToken).Select(TryMake).ToList();
            foreach (var paper in made)
                if (paper.Exception is { } exception) Fail(paper.Id, exception);
            await FaultIsolation.StoreAsync(
                transaction,
                [.. made.Select(paper => paper.Row).OfType<FeaturesRow>()],
                rows => FeaturesUpserts.ReplaceAsync(transaction, rows, PaperLinker.Version, cancellationToken),
                (row, exception) => Fail(row.PaperId, exception),
                cancellationToken);
            await TableStatistics.RefreshAsync(transaction, LinkUpserts.Tables, cancellationToken);
            done += portion.Length;
            told(done, stale.Count);
        }
        await FeaturesUpserts.RemoveAsync(transaction, failed, cancellationToken);

        void Fail(long paper, Exception exception)
        {
            failed.Add(paper);
            fault(new PaperFault(paper, exception));
        }
    }

    private static (long Id, FeaturesRow? Row, Exception? Exception) TryMake(LinkablePaperRow row)
    {
        try
        {
            return (row.Id, LinkRows.From(row.Id, row.MadeOf, PaperFeatures.From(Paper(row))), null);
        }
        catch (Exception exception) when (PaperFault.IsOne(exception))
        {
            return (row.Id, null, exception);
        }
    }

    private static LinkablePaper Paper(LinkablePaperRow row)
    {
        var kinds = Array.ConvertAll(row.Kinds, EnumName.Parse<ConceptKind>);
        return new LinkablePaper(
            row.Id,
            row.Identity,
            [.. Targets(row.ConceptIds, row.ConceptKeys).Select((concept, i) => new LinkableConcept(
                concept, kinds[i], row.Weights[i], PaperWords.In([row.Surfaces[i]])))],
            PaperWords.From(new PaperText(row.Title, row.Abstract)),
            Targets(row.OrganizationIds, row.OrganizationSlugs),
            Targets(row.RepositoryIds, row.RepositoryKeys))
        { KeyphraseWeights = row.KeyphraseWeights };
    }

    private static LinkableEntity[] Targets(long[] ids, string[] keys) => [.. ids.Zip(keys, (id, key) => new LinkableEntity(id, key))];
}
