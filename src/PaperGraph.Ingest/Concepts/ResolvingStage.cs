using Npgsql;
using PaperGraph.Concepts.Collection;
using PaperGraph.Concepts.Topics;
using PaperGraph.Concepts.Vocabulary;
using PaperGraph.Data.Bulk;
using PaperGraph.Data.Concepts;
using PaperGraph.Data.Search;
using PaperGraph.Data.Stages;
using PaperGraph.Data.Topics;
using PaperGraph.Ingest.Faults;
using PaperGraph.Ingest.Reading;
using PaperGraph.Model;

namespace PaperGraph.Ingest.Concepts;

/// <summary>
/// Makes concepts of the names of papers, and decides what each mention means. Where names have changed since the last time, these are
/// counted in the collection, and only what hangs on them is read and written. Nothing is done where none has. In one transaction, which
/// the caller commits: readers see the concepts as they were, or as they are after it.
/// </summary>
/// <remarks>
/// All papers are counted anew by other rules or where sources state other names of methods and datasets, where a large part of them has
/// changed or their number has come over a power of two, and where it fails with some: these are left without concepts, and all
/// others get theirs. Whichever way, the result is the same.
/// </remarks>
/// <param name="build">
/// Makes the concepts; <see cref="ConceptCollection.Build(IReadOnlyList{PaperNames}, ConceptVocabulary)"/> where it is null.
/// </param>
internal sealed class ResolvingStage(
    StageProblems problems,
    IProgress<ImportProgress>? progress,
    Func<IReadOnlyList<PaperNames>, ConceptVocabulary, ConceptCollection>? build = null)
{
    private const int Portion = 1_000;

    /// <summary>
    /// What so many papers are counted by takes a tenth of a gigabyte, which is not left until the collector finds it: the next stage takes
    /// as much.
    /// </summary>
    private const int Many = 10_000;

    private readonly Func<IReadOnlyList<PaperNames>, ConceptVocabulary, ConceptCollection> build = build ?? ConceptCollection.Build;

    public async Task RunAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        progress?.Report(new ImportProgress(ImportStage.ResolvingConcepts, 0, Total: null));
        await MentionUpserts.HoldAsync(transaction, cancellationToken);
        var last = await StageStateStore.BeginAsync(transaction, DerivingStage.Resolving, cancellationToken);
        var stated = await StatedNamesReads.DigestAsync(transaction, cancellationToken);
        var version = stated is null ? ConceptCollection.Version : $"{ConceptCollection.Version}.{stated}";
        var isOfRules = last?.Version == version;
        if (isOfRules && !await CollectionReads.HasChangedAsync(transaction, cancellationToken)) return;

        await RefreshStatisticsAsync(transaction, cancellationToken);
        await SearchNameMerge.BeginAsync(transaction, cancellationToken);
        var counted = isOfRules ? (int)last!.Seen : 0;
        var vocabulary = await VocabularyAsync(transaction, cancellationToken);
        if (await ChangeAsync(transaction, counted, vocabulary, cancellationToken) is not { } papers)
        {
            papers = await CountAllAsync(transaction, vocabulary, cancellationToken);
            if (papers >= Many) GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        }
        await NameRecordUpserts.SetCountedAsync(transaction, cancellationToken);
        await SearchNameMerge.ApplyAsync(transaction, cancellationToken);
        await RefreshStatisticsAsync(transaction, cancellationToken);
        await StageStateStore.WriteAsync(
            transaction,
            new StageState { Stage = DerivingStage.Resolving, Version = version, Seen = papers },
            cancellationToken);
    }

    private static async Task RefreshStatisticsAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        await TableStatistics.RefreshAsync(transaction, cancellationToken);
        await TableStatistics.RefreshMentionsAsync(transaction, cancellationToken);
    }

    /// <summary>The shipped vocabulary with what sources state.</summary>
    private static async Task<ConceptVocabulary> VocabularyAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
        ConceptVocabulary.Default.With(
        [
            .. (await StatedNamesReads.AllAsync(transaction, cancellationToken))
                .Select(row => new StatedNames(row.Kind, row.Name, row.FullName, row.OtherNames)),
        ]);

    /// <returns>The number of papers that are counted; null where all have to be counted anew.</returns>
    private async Task<int?> ChangeAsync(
        NpgsqlTransaction transaction, int counted, ConceptVocabulary vocabulary, CancellationToken cancellationToken)
    {
        if (counted == 0) return null;
        int? papers = null;
        return await FaultIsolation.TryAsync(transaction, "change", TryAsync, cancellationToken) is null ? papers : null;

        async Task TryAsync()
        {
            if (await CountedCollection.TryChangeAsync(transaction, counted, vocabulary, cancellationToken) is not { } counting) return;
            await StoreAsync(transaction, counting, cancellationToken);
            papers = counting.Papers;
        }
    }

    private async Task StoreAsync(NpgsqlTransaction transaction, CountedChange counting, CancellationToken cancellationToken)
    {
        var change = counting.Change;
        var concepts = change.Concepts.Where(changed => changed.Concept is not null).ToList();
        var idOf = await ConceptUpserts.UpsertAsync(
            transaction,
            [.. concepts.Select(ConceptMapper.Row)],
            [.. change.Concepts.Select(changed => changed.KeyBefore).OfType<string>()],
            cancellationToken);
        var others = change.Papers.SelectMany(paper => paper.Resolved.Concepts).Select(concept => concept.ConceptKey)
            .Concat(change.Papers.SelectMany(paper => paper.Resolved.Names.Values).Select(name => name.ConceptKey))
            .Where(key => !idOf.ContainsKey(key)).Distinct().ToList();
        foreach (var (key, id) in await CollectionReads.ConceptIdsAsync(transaction, others, cancellationToken)) idOf.Add(key, id);
        foreach (var papers in change.Papers.Chunk(Portion))
            await ResolutionUpserts.ReplaceAsync(
                transaction,
                [.. papers.Select(paper => ConceptMapper.Row(paper, counting.Mentions[paper.Resolved.PaperId], idOf))],
                cancellationToken);
        await ConceptUpserts.FinishAsync(transaction, cancellationToken);
        await StoreRecordsAsync(transaction, change, cancellationToken);
        progress?.Report(new ImportProgress(ImportStage.ResolvingConcepts, change.Papers.Count, change.Papers.Count));
    }

    private static Task StoreRecordsAsync(NpgsqlTransaction transaction, CollectionChange change, CancellationToken cancellationToken) =>
        NameRecordUpserts.UpsertAsync(
            transaction,
            [.. change.Records.Select(record => record.Record).OfType<StoredRecord>().Select(ConceptMapper.Row)],
            [.. change.Records.Where(record => record.Record is null).Select(record => record.Key)],
            cancellationToken);

    /// <returns>The number of papers that are counted; 0 where it failed with some, so that all are counted anew the next time.</returns>
    private async Task<int> CountAllAsync(
        NpgsqlTransaction transaction, ConceptVocabulary vocabulary, CancellationToken cancellationToken)
    {
        var faults = new List<PaperFault>();
        using var file = new PackedNamesFile();
        var names = await NamesAsync(transaction, file, faults, cancellationToken);
        await StoreTopicsAsync(transaction, cancellationToken);
        var (change, idOf) = await StoreConceptsAsync(transaction, file, names, vocabulary, faults, cancellationToken);
        await RefreshStatisticsAsync(transaction, cancellationToken);
        await NameRecordUpserts.ReplaceAllAsync(
            transaction, change.Records.Select(record => ConceptMapper.Row(record.Record!)), cancellationToken);
        await StoreResolutionsAsync(transaction, change.Papers, names, idOf, faults, cancellationToken);
        // What was counted as a concept's is not stored of these papers.
        if (faults.Count > 0) await ConceptUpserts.RecountAsync(transaction, cancellationToken);
        await ConceptUpserts.FinishAsync(transaction, cancellationToken);
        await problems.AddAsync(transaction, ImportStage.ResolvingConcepts, faults, cancellationToken);
        return faults.Count > 0 ? 0 : names.Count;
    }

    /// <summary>Writes the names of all papers to the file.</summary>
    /// <returns>Their places, in the order of the papers' ids.</returns>
    private static async Task<List<PackedNamesPlace>> NamesAsync(
        NpgsqlTransaction transaction, PackedNamesFile file, List<PaperFault> faults, CancellationToken cancellationToken)
    {
        var texts = new RepeatedTexts();
        var names = new List<PackedNamesPlace>();
        await foreach (var paper in NamesReads.AllAsync(transaction, cancellationToken))
        {
            try
            {
                PackedNames.Unpack(paper.PaperId, paper.Packed, texts);
            }
            catch (Exception exception) when (PaperFault.IsOne(exception))
            {
                faults.Add(new PaperFault(paper.PaperId, exception));
                continue;
            }
            names.Add(file.Add(paper.PaperId, paper.Mentions, paper.Packed));
        }
        file.Flush();
        return names;
    }

    private static Task StoreTopicsAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
        TopicUpserts.ReplaceAllAsync(
        transaction,
        [.. TopicTree.Default.Topics.Select((topic, index) => new TopicRow(topic.Slug, topic.Name, topic.Parent, index + 1))],
        cancellationToken);

    /// <summary>Where making the concepts or storing them fails, the papers at fault are taken out of the names.</summary>
    /// <returns>What else is to be stored, without the concepts, which are let go; and their ids by their keys.</returns>
    private async Task<(CollectionChange Change, Dictionary<string, long> IdOf)> StoreConceptsAsync(
        NpgsqlTransaction transaction, PackedNamesFile file, List<PackedNamesPlace> names, ConceptVocabulary vocabulary,
        List<PaperFault> faults, CancellationToken cancellationToken)
    {
        const string Concepts = "concepts";
        (CollectionChange, Dictionary<string, long>)? stored = null;
        ConceptCollection Build(IReadOnlyList<PackedNamesPlace> papers) => build(
            new UnpackedNames(new ComputedList<PackedPaper>(papers.Count, i => file.Read(papers[i]))), vocabulary);

        async Task BuildAndStoreAsync(IReadOnlyList<PackedNamesPlace> papers)
        {
            var collection = Build(papers);
            var idOf = await UpsertAsync(transaction, collection, cancellationToken);
            stored = (collection.Change with { Concepts = [] }, idOf);
        }

        if (await FaultIsolation.TryAsync(transaction, Concepts, () => BuildAndStoreAsync(names), cancellationToken) is null)
            return stored!.Value;

        await TakeOutAsync(papers => Task.FromResult(Build(papers)));
        await TakeOutAsync(async papers =>
        {
            await transaction.SaveAsync(Concepts, cancellationToken);
            try
            {
                await BuildAndStoreAsync(papers);
            }
            finally
            {
                await transaction.RollbackAsync(Concepts, cancellationToken);
                await transaction.ReleaseAsync(Concepts, cancellationToken);
            }
        });
        await BuildAndStoreAsync(names);
        return stored!.Value;

        async Task TakeOutAsync(Func<IReadOnlyList<PackedNamesPlace>, Task> compute)
        {
            var offenders = await FaultBisection.TakeOutAsync(names, compute, cancellationToken);
            faults.AddRange(offenders.Select(offender => new PaperFault(offender.Item.PaperId, offender.Exception)));
        }
    }

    /// <returns>The ids of the concepts by their keys.</returns>
    private static Task<Dictionary<string, long>> UpsertAsync(
        NpgsqlTransaction transaction, ConceptCollection collection, CancellationToken cancellationToken)
    {
        var concepts = collection.Change.Concepts;
        var rows = new ComputedList<ConceptRow>(concepts.Count, i => ConceptMapper.Row(concepts[i]));
        return ConceptUpserts.UpsertAllAsync(transaction, rows, cancellationToken);
    }

    /// <summary>While a portion of the papers is stored, it is worked out on all processors what the next are about.</summary>
    private async Task StoreResolutionsAsync(
        NpgsqlTransaction transaction,
        IReadOnlyList<RecountedPaper> recounted,
        List<PackedNamesPlace> names,
        Dictionary<string, long> idOf,
        List<PaperFault> faults,
        CancellationToken cancellationToken)
    {
        var done = 0L;
        var resolved = Enumerable.Range(0, names.Count).Chunk(Portion)
            .Select(portion => portion.AsParallel().AsOrdered().Select(TryResolve).ToArray());
        await foreach (var papers in resolved.ToAsyncEnumerable().PrefetchAsync(cancellationToken))
        {
            faults.AddRange(papers.Select(paper => paper.Fault).OfType<PaperFault>());
            await FaultIsolation.StoreAsync(
                transaction,
                [.. papers.Select(paper => paper.Row).OfType<Data.Concepts.ResolvedPaper>()],
                part => ResolutionUpserts.ReplaceAsync(transaction, part, cancellationToken),
                (paper, exception) => faults.Add(new PaperFault(paper.PaperId, exception)),
                cancellationToken);
            await NameRecordUpserts.AddAsync(
                transaction,
                papers.SelectMany(paper => paper.Records).OrderBy(record => record.Key, StringComparer.Ordinal),
                cancellationToken);
            await RefreshStatisticsAsync(transaction, cancellationToken);
            done += papers.Length;
            progress?.Report(new ImportProgress(ImportStage.ResolvingConcepts, done, names.Count));
        }

        long[] faulty = [.. faults.Select(fault => fault.PaperId).Distinct()];
        var nothing = (await NamesReads.MentionsAsync(transaction, faulty, cancellationToken))
            .ConvertAll(paper => new Data.Concepts.ResolvedPaper(paper.PaperId, paper.Mentions, [], [], [], [], Meanings: null));
        if (nothing.Count > 0) await ResolutionUpserts.ReplaceAsync(transaction, nothing, cancellationToken);

        (Data.Concepts.ResolvedPaper? Row, IEnumerable<NameRecordRow> Records, PaperFault? Fault) TryResolve(int i)
        {
            try
            {
                var paper = recounted[i];
                return (ConceptMapper.Row(paper, names[i].Digest, idOf), [.. paper.Records.Select(ConceptMapper.Row)], null);
            }
            catch (Exception exception) when (PaperFault.IsOne(exception))
            {
                return (null, [], new PaperFault(names[i].PaperId, exception));
            }
        }
    }
}
