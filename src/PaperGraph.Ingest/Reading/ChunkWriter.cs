using Npgsql;
using PaperGraph.Concepts;
using PaperGraph.Data.Additions;
using PaperGraph.Data.Concepts;
using PaperGraph.Data.Evidence;
using PaperGraph.Data.Imports;
using PaperGraph.Data.Listings;
using PaperGraph.Data.Organizations;
using PaperGraph.Data.Papers;
using PaperGraph.Data.Repositories;
using PaperGraph.Data.Stages;
using PaperGraph.Ingest.Code;
using PaperGraph.Ingest.Faults;
using PaperGraph.Ingest.Organizations;
using PaperGraph.Model;
using PaperGraph.Model.Stated;
using PaperGraph.Sources;

namespace PaperGraph.Ingest.Reading;

/// <summary>
/// Writes a chunk: pages, the papers on them, and what they state of code and organizations. Pages of which all is stored are passed
/// over.
/// </summary>
internal sealed class ChunkWriter(NpgsqlTransaction transaction, DateTimeOffset now)
{
    /// <returns>What this added and changed.</returns>
    public async Task<ImportCounts> WriteAsync(Chunk chunk, CancellationToken cancellationToken)
    {
        await StageStateStore.ObserveAsync(transaction, cancellationToken);
        await WritePagesAsync(chunk.Begun, cancellationToken);

        var counts = new ImportCounts(RecordsUnchanged: chunk.Repeats + chunk.Papers.Count(entry => IsPassedOver(entry.Page))
            + chunk.Additions.Count(entry => IsPassedOver(entry.Page)) + chunk.Concepts.Count(entry => IsPassedOver(entry.Page))
            + chunk.Institutions.Count(entry => IsPassedOver(entry.Page)) + chunk.Renames.Count(entry => IsPassedOver(entry.Page)));
        var papers = Normalized(chunk);
        await FaultIsolation.StoreAsync(
            transaction,
            papers,
            async part => counts += await WritePapersAsync(part, cancellationToken),
            (entry, exception) => chunk.Problems.Add(Refused(entry.Page, entry.Paper, entry.Line, exception)),
            cancellationToken);

        var added = await WriteAdditionsAsync(chunk, cancellationToken);
        counts += added;
        counts += await WriteConceptsAsync(chunk, cancellationToken);
        counts += await WriteInstitutionsAsync(chunk, cancellationToken);
        counts += await WriteRenamesAsync(chunk, cancellationToken);

        var (removed, forgotten) = await RemoveOthersAsync(chunk.Ended, cancellationToken);
        var isStated = papers.Count + added.PapersChanged + removed + forgotten > 0
            || chunk.Concepts.Exists(entry => !IsPassedOver(entry.Page))
            || chunk.Institutions.Exists(entry => !IsPassedOver(entry.Page));
        if (isStated) await StageStateStore.AdvanceReadingAsync(transaction, cancellationToken);
        await PageUpserts.EndAsync(
            transaction,
            [.. chunk.Ended.Where(page => page is { Stands: true, IsUnchanged: false, IsRefused: false })
                .Select(page => (page.Id!.Value, page.Reading))],
            cancellationToken);
        var unreadable = chunk.Problems.Sum(problem => (problem.IsRecord ? 1 : 0) + problem.OtherRecords);
        return counts + new ImportCounts(
            chunk.Ended.Count,
            PapersChanged: removed,
            Problems: chunk.Problems.Count,
            Records: counts.RecordsAdded + counts.RecordsChanged + counts.RecordsUnchanged + unreadable,
            RecordsUnreadable: unreadable,
            OtherRecords: chunk.Additions.Count + chunk.Concepts.Count + chunk.Institutions.Count + chunk.Renames.Count);
    }

    private static bool IsPassedOver(ReadPage page) => !page.Stands || page.IsUnchanged;

    /// <summary>
    /// Whether something of a page is to be stored that its normalizer has kept. What that left out is told of pages that are passed over,
    /// too, and those records that it left out whole are not among the unchanged ones.
    /// </summary>
    private static bool IsStored(ReadPage page, int? line, bool isKept, IReadOnlyList<ReadProblem> problems, Chunk chunk)
    {
        chunk.Problems.AddRange(problems.Select(problem => problem with { Line = line }));
        page.IsCut |= problems.Count > 0;
        return isKept && !page.IsUnchanged;
    }

    private static int LeftOut(ReadPage page, bool isKept) => page.IsUnchanged && !isKept ? 1 : 0;

    /// <summary>The page keeps what an earlier reading found on it.</summary>
    private static ReadProblem Refused(ReadPage page, ListedPaper paper, int? line, Exception exception) =>
        Refused(page, "paper", paper.Title, exception) with { Line = line };

    /// <inheritdoc cref="Refused(ReadPage, ListedPaper, int?, Exception)"/>
    private static ReadProblem Refused(ReadPage page, string what, string words, Exception exception)
    {
        page.HasProblems = page.IsCut = page.IsRefused = true;
        return new ReadProblem
        {
            Source = page.Record.Source,
            File = page.Record.Name,
            Words = words,
            Message = $"This {what} could not be stored: {ProblemTexts.For(exception)}.",
            Advice = "It is left out; the rest of the page is kept.",
            IsRecord = true,
        };
    }

    private async Task<ImportCounts> WritePapersAsync(
        IReadOnlyList<(ReadPage Page, ListedPaper Paper, int? Line)> papers, CancellationToken cancellationToken)
    {
        var organizations = await WriteOrganizationsAsync(papers, cancellationToken);
        var institutions = await InstitutionStore.StoreAsync(transaction, papers, cancellationToken);
        var listed = papers.Select((entry, i) => new PageListing(entry.Page.Id!.Value, entry.Paper, organizations[i])
        {
            IsSeenAgain = entry.Page.IsKnown && entry.Page.Record.SavedOn is null,
            HasOwnTime = entry.Paper.ObservedAt is { } at && at != entry.Page.Record.StatedAt,
            Written = entry.Page.Written,
        }).ToList();
        var written = await PaperUpserts.UpsertAsync(transaction, listed, now, cancellationToken);
        foreach (var ((page, _, _), place) in papers.Zip(written.Places))
            if (page.IsKnown && place.PageId == page.Id) page.StoredRanks.Add(place.Rank);
        await WriteStatementsAsync(
            [.. papers.Select((entry, i) => (entry.Page, entry.Paper, organizations[i], written.Listings[i]))
                .Where((_, i) => !written.IsRepeated(i))],
            institutions,
            cancellationToken);

        // Papers may come and change that none of the records is of, as where a record tells apart what was one.
        var ofRecords = written.Listings.Select(listing => listing.PaperId).ToHashSet();
        var added = written.Added.Count(ofRecords.Contains);
        var changed = written.Changed.Where(ofRecords.Contains).Union(written.Restated).Except(written.Added).Count();
        return new ImportCounts(
            PapersAdded: written.Added.Count,
            PapersChanged: written.Changed.Count,
            ListingsAdded: written.ListingsAdded,
            RecordsAdded: added,
            RecordsChanged: changed,
            RecordsUnchanged: papers.Count - added - changed);
    }

    private async Task<ImportCounts> WriteAdditionsAsync(Chunk chunk, CancellationToken cancellationToken)
    {
        var rows = new List<(ReadPage Page, AdditionRow Row, int? Line)>();
        var (papers, leftOut) = (0, 0);
        foreach (var (page, addition, line) in chunk.Additions.Where(entry => entry.Page.Stands))
        {
            var limiter = new TextLimiter(page.Record);
            var thing = new TextLimiter.StatedThing(CorpusIds.ToRecordId(addition.CorpusId), null, "the rest of the page", "abstract");
            limiter.Kept(thing, "abstract", addition.Abstract, TextLimits.Abstract);
            var isKept = limiter.Problems.Count == 0;
            if (IsStored(page, line, isKept, limiter.Problems, chunk))
                rows.Add((page, new AdditionRow(addition, page.Record.StatedAt ?? page.Written?.Last), line));
            leftOut += LeftOut(page, isKept);
        }
        var counts = await StoreAsync(
            chunk,
            rows,
            "addition",
            entry => (entry.Page, CorpusIds.ToRecordId(entry.Row.Addition.CorpusId), entry.Line),
            async part =>
            {
                var stored = await AdditionUpserts.UpsertAsync(transaction, part.Select(entry => entry.Row), cancellationToken);
                var made = await PaperUpserts.AddToRecordsAsync(transaction, stored.CorpusIds, now, cancellationToken);
                papers += made.Changed.Count;
                return (stored.Added, stored.Changed);
            },
            cancellationToken);
        return counts + new ImportCounts(PapersChanged: papers, RecordsUnchanged: -leftOut);
    }

    private async Task<ImportCounts> WriteConceptsAsync(Chunk chunk, CancellationToken cancellationToken)
    {
        var rows = new List<(ReadPage Page, ConceptStatementRow Row, int? Line)>();
        var leftOut = 0;
        foreach (var (page, concept, line) in chunk.Concepts.Where(entry => entry.Page.Stands))
        {
            var normalizer = new ConceptNormalizer(page.Record);
            var kept = normalizer.Normalize(concept);
            if (IsStored(page, line, kept is not null, normalizer.Problems, chunk))
            {
                var keys = kept!.AllNames.Select(ConceptKey.Create).Distinct();
                rows.Add((page, new ConceptStatementRow(page.Id!.Value, kept, [.. keys]), line));
            }
            leftOut += LeftOut(page, kept is not null);
        }
        var counts = await StoreAsync(
            chunk,
            rows,
            "concept",
            entry => (entry.Page, entry.Row.Concept.Name, entry.Line),
            part => ConceptStatementUpserts.UpsertAsync(transaction, [.. part.Select(entry => entry.Row)], cancellationToken),
            cancellationToken);
        return counts + new ImportCounts(RecordsUnchanged: -leftOut);
    }

    private async Task<ImportCounts> WriteInstitutionsAsync(Chunk chunk, CancellationToken cancellationToken)
    {
        var institutions = new List<(ReadPage Page, StatedInstitution Institution, int? Line)>();
        var leftOut = 0;
        foreach (var (page, institution, line) in chunk.Institutions.Where(entry => entry.Page.Stands))
        {
            var normalizer = new InstitutionNormalizer(page.Record);
            var kept = normalizer.Normalize(institution);
            if (IsStored(page, line, kept is not null, normalizer.Problems, chunk)) institutions.Add((page, kept!, line));
            leftOut += LeftOut(page, kept is not null);
        }
        var counts = await StoreAsync(
            chunk,
            institutions,
            "institution",
            entry => (entry.Page, entry.Institution.Name, entry.Line),
            part => InstitutionStore.StoreRecordsAsync(
                transaction, [.. part.Select(entry => (entry.Page, entry.Institution))], cancellationToken),
            cancellationToken);
        return counts + new ImportCounts(RecordsUnchanged: -leftOut);
    }

    private async Task<ImportCounts> WriteRenamesAsync(Chunk chunk, CancellationToken cancellationToken)
    {
        var rows = chunk.Renames.Where(entry => !IsPassedOver(entry.Page))
            .Select(entry => (entry.Page, Row: new RepositoryRenameRow(
                LinkTargetStore.Row(entry.Rename.Former),
                LinkTargetStore.Row(entry.Rename.Present),
                entry.Page.Record.Source,
                entry.Page.Record.StatedAt is { } at ? new WrittenSpan(at, at) : entry.Page.Written), entry.Line))
            .ToList();
        return await StoreAsync(
            chunk,
            rows,
            "rename",
            entry => (entry.Page, entry.Row.Former.Url, entry.Line),
            async part => (
                await RepositoryRenameUpserts.UpsertAsync(transaction, [.. part.Select(entry => entry.Row)], cancellationToken), 0),
            cancellationToken);
    }

    /// <summary>Stores records that are no papers; one that is refused is a problem of its own, as a paper is.</summary>
    /// <param name="what">What one of them is, in a word.</param>
    /// <param name="tell">The page of one of them, what it is called, and the line on which it begins.</param>
    /// <param name="store">Gives how many were added and changed.</param>
    private async Task<ImportCounts> StoreAsync<TRecord>(
        Chunk chunk,
        IReadOnlyList<TRecord> records,
        string what,
        Func<TRecord, (ReadPage Page, string Name, int? Line)> tell,
        Func<IReadOnlyList<TRecord>, Task<(int Added, int Changed)>> store,
        CancellationToken cancellationToken)
    {
        var counts = new ImportCounts();
        await FaultIsolation.StoreAsync(
            transaction,
            records,
            async part =>
            {
                var (added, changed) = await store(part);
                counts += new ImportCounts(
                    RecordsAdded: added, RecordsChanged: changed, RecordsUnchanged: part.Count - added - changed);
            },
            (record, exception) =>
            {
                var (page, name, line) = tell(record);
                chunk.Problems.Add(Refused(page, what, name, exception) with { Line = line });
            },
            cancellationToken);
        return counts;
    }

    private async Task WritePagesAsync(List<ReadPage> pages, CancellationToken cancellationToken)
    {
        var written = await PageUpserts.UpsertAsync(transaction, [.. pages.Select(page => page.Row(now))], now, cancellationToken);
        foreach (var (page, stored) in pages.Zip(written)) page.WrittenAs(stored);
    }

    private static List<(ReadPage Page, ListedPaper Paper, int? Line)> Normalized(Chunk chunk)
    {
        var papers = new List<(ReadPage Page, ListedPaper Paper, int? Line)>(chunk.Papers.Count);
        foreach (var (page, paper, line) in chunk.Papers)
        {
            if (!page.Stands) continue;
            try
            {
                var normalizer = new ListingNormalizer(page.Record);
                var kept = normalizer.Normalize(paper);
                if (IsStored(page, line, isKept: true, normalizer.Problems, chunk)) papers.Add((page, kept, line));
            }
            catch (Exception exception) when (PaperFault.IsOne(exception))
            {
                chunk.Problems.Add(Refused(page, paper, line, exception));
            }
        }
        return papers;
    }

    /// <returns>For each paper the id of the organization that it names.</returns>
    private async Task<long?[]> WriteOrganizationsAsync(
        IReadOnlyList<(ReadPage Page, ListedPaper Paper, int? Line)> papers, CancellationToken cancellationToken)
    {
        var naming = papers.Select((entry, i) => (Index: i, entry.Page, entry.Paper)).Where(entry => entry.Paper.Organization is not null)
            .ToList();
        var ids = await OrganizationUpserts.UpsertAsync(
            transaction,
            [.. naming.Select(entry => new OrganizationRow(
                entry.Paper.Organization!.Slug,
                entry.Paper.Organization.Name,
                entry.Page.Record.Source,
                entry.Paper.ListedOn,
                Known(entry.Paper.Organization)))],
            cancellationToken);

        var organizations = new long?[papers.Count];
        foreach (var (entry, id) in naming.Zip(ids)) organizations[entry.Index] = id;
        return organizations;
    }

    private static KnownRow? Known(StatedOrganization stated) =>
        OrganizationDirectory.Shipped.Stated(stated.Slug, stated.Name) is { } known ? new KnownRow(known.Slug, known.Name) : null;

    private async Task WriteStatementsAsync(
        IReadOnlyList<(ReadPage Page, ListedPaper Paper, long? Organization, PlacedListing Listing)> papers,
        IReadOnlyDictionary<string, long> institutions,
        CancellationToken cancellationToken)
    {
        if (papers.Count == 0) return;
        var targets = papers.SelectMany(entry => entry.Paper.Links).Select(link => link.Target);
        var targetsOf = await LinkTargetStore.StoreAsync(transaction, targets, cancellationToken);
        var edges = papers.SelectMany(entry => ListingEdges.From(
            entry.Listing, entry.Page.Record.Source, entry.Paper, entry.Organization, institutions, targetsOf));
        await EvidenceUpserts.ReplaceStatedAsync(
            transaction, [.. papers.Select(entry => entry.Listing)], [.. edges], cancellationToken);
    }

    /// <summary>Takes away what an earlier reading of a page found and this one did not.</summary>
    /// <returns>The number of papers that changed, and of statements of concepts that are gone.</returns>
    private async Task<(int Papers, int Concepts)> RemoveOthersAsync(IEnumerable<ReadPage> ended, CancellationToken cancellationToken)
    {
        var (changed, forgotten) = (0, 0);
        foreach (var page in ended.Where(page => page is { IsKnown: true, Stands: true, IsUnchanged: false, HasProblems: false }))
        {
            var removed = await PaperUpserts.RemoveOthersAsync(
                transaction, page.Id!.Value, page.Ranks.Union(page.StoredRanks), now, cancellationToken);
            changed += removed.Changed.Count + removed.Removed.Count;
            if (page.Record.Source == SourceNames.PapersWithCodeConcepts)
                forgotten += await ConceptStatementUpserts.RemoveOthersAsync(transaction, page.Id!.Value, page.Ranks, cancellationToken);
        }
        return (changed, forgotten);
    }
}
