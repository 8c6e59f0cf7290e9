using Npgsql;
using PaperGraph.Data.Bulk;
using PaperGraph.Data.Evidence;
using PaperGraph.Data.Papers;
using PaperGraph.Model;

namespace PaperGraph.Data.Listings;

/// <summary>Reads the listings of the papers in <c>affected_papers</c>, and makes them what they are said to be.</summary>
internal static class ListingMerge
{
    private static readonly StagingTable<Row> Planned = new StagingTable<Row>("planned_listings")
        .With("id", "bigint", row => row.Id)
        .With("former_paper_id", "bigint", row => row.Listing.PaperId)
        .With("paper_id", "bigint", row => row.PaperId)
        .With("page_id", "bigint", row => row.Listing.Listing.PageId)
        .With("rank", "integer", row => row.Paper.Rank)
        .With("line", "integer", row => row.Paper.Line)
        .With("title_key", "text", row => row.Listing.TitleKey)
        .WithMetadata(row => row.Paper)
        .With("author_names", "text[]", row => row.Paper.AuthorNames.Count > 0 ? row.Paper.AuthorNames.ToArray() : null)
        .With("organization_id", "bigint", row => row.Listing.Listing.OrganizationId)
        .With("listed_on_inferred", "boolean", row => row.Paper.ListedOnInferred)
        .With("star_count", "integer", row => row.Paper.StarCount)
        .With("observed_at", "timestamp with time zone", row => row.Listing.Seen.At)
        .With("last_observed_at", "timestamp with time zone", row => row.Listing.Seen.LastAt)
        .With("observed_at_stated", "boolean", row => row.Listing.Seen.IsStated)
        .With("digest", "bigint", row => row.Listing.Seen.Digest)
        .With("open_alex_id", "text", row => row.Paper.OpenAlexId)
        .With("semantic_scholar_id", "text", row => row.Paper.SemanticScholarId)
        .With("details", "jsonb", row => DetailsJson.Write(row.Paper.Details));

    private static readonly StagingTable<(Row Listing, PlaceSighting Seen)> PlannedSightings =
        new StagingTable<(Row Listing, PlaceSighting Seen)>("planned_sightings")
            .With("paper_id", "bigint", row => row.Listing.PaperId)
            .With("listing_id", "bigint", row => row.Listing.Id)
            .With("page_id", "bigint", row => row.Seen.Place.PageId)
            .With("rank", "integer", row => row.Seen.Place.Rank)
            .With("observed_at", "timestamp with time zone", row => row.Seen.At)
            .With("last_observed_at", "timestamp with time zone", row => row.Seen.LastAt)
            .With("observed_at_stated", "boolean", row => row.Seen.IsStated);

    private static readonly ColumnList SightingColumns = PlannedSightings.ColumnsWithout();

    /// <summary>What a listing states; its place, and the paper that it is of, are not among them.</summary>
    internal static readonly ColumnList Columns = Planned.ColumnsWithout("id", "former_paper_id", "paper_id", "page_id", "rank");

    private static readonly string Load = $"""
        select
            l.id, l.paper_id, l.page_id, l.rank, {Columns.From("l")}, g.source, g.imported_at, g.first_written_at, g.written_at
        from affected_papers affected
        join listings l on l.paper_id = affected.id
        join pages g on g.id = l.page_id
        """;

    private const string LoadSightings = """
        select s.listing_id, s.page_id, s.rank, s.observed_at, s.last_observed_at, s.observed_at_stated
        from affected_papers affected
        join sightings s on s.paper_id = affected.id
        """;

    private const string Moved =
        "select id as listing_id, former_paper_id, paper_id from planned_listings where former_paper_id <> paper_id";

    private static readonly string Update = $"""
        update listings l
        set page_id = p.page_id, rank = p.rank, {Columns.AssignedFrom("p")}
        from planned_listings p
        where (l.paper_id, l.id) = (p.paper_id, p.id)
            and ((l.page_id, l.rank) <> (p.page_id, p.rank) or {Columns.Differ("l", "p")})
        """;

    private static readonly string Insert = $"""
        insert into listings (id, paper_id, page_id, rank, {Columns})
        overriding system value
        select id, paper_id, page_id, rank, {Columns}
        from planned_listings
        where former_paper_id is null
        order by id
        """;

    private const string Delete = """
        delete from listings l
        where l.paper_id = any (array(select id from affected_papers))
            and not exists (select from planned_listings p where p.id = l.id)
        """;

    private const string DropSightings = """
        delete from sightings s
        where s.paper_id = any (array(select id from affected_papers union select paper_id from planned_listings))
        """;

    private static readonly string DeleteSightings = $"""
        {DropSightings}
            and not exists (
                select from planned_sightings p where p.listing_id = s.listing_id and not {SightingColumns.Differ("s", "p")})
        """;

    private static readonly string InsertSightings = $"""
        insert into sightings ({SightingColumns})
        select {SightingColumns}
        from planned_sightings
        on conflict do nothing
        """;

    public static async Task<List<KeyedListing>> LoadAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        var listings = await transaction.QueryAsync(Load, Read, cancellationToken);
        var sightings = (await transaction.QueryAsync(LoadSightings, ReadSighting, cancellationToken))
            .ToLookup(row => row.ListingId, row => row.Seen);
        return sightings.Count == 0 ? listings
            : listings.ConvertAll(listing => listing with { Sightings = [.. sightings[listing.Id!.Value]] });
    }

    /// <param name="listings">All that the papers will have, with the papers that they will be of.</param>
    /// <returns>Where each is stored, in their order, and how many were not stored before.</returns>
    public static async Task<(IReadOnlyList<PlacedListing> Placed, int Added)> ApplyAsync(
        NpgsqlTransaction transaction, IReadOnlyList<(long PaperId, KeyedListing Listing)> listings, CancellationToken cancellationToken)
    {
        var ids = new Queue<long>(
            await transaction.NewIdsAsync("listings", listings.Count(entry => entry.Listing.Id is null), cancellationToken));
        var rows = listings.Select(entry => new Row(entry.Listing.Id ?? ids.Dequeue(), entry.PaperId, entry.Listing)).ToList();
        await Planned.FillAsync(transaction, rows, cancellationToken);

        await EdgeMaintenance.MoveListingsAsync(transaction, Moved, cancellationToken);
        await transaction.ExecuteAsync(Update, cancellationToken);
        var added = await transaction.ExecuteAsync(Insert, cancellationToken);
        await transaction.ExecuteAsync(Delete, cancellationToken);
        await ReplaceSightingsAsync(transaction, rows, cancellationToken);
        return ([.. rows.Select(row => new PlacedListing(row.Id, row.PaperId))], added);
    }

    private static async Task ReplaceSightingsAsync(
        NpgsqlTransaction transaction, IEnumerable<Row> rows, CancellationToken cancellationToken)
    {
        var sightings = rows.SelectMany(row => row.Listing.Sightings.Select(seen => (row, seen))).ToList();
        if (sightings.Count == 0)
        {
            await transaction.ExecuteAsync(DropSightings, cancellationToken);
            return;
        }
        await PlannedSightings.FillAsync(transaction, sightings, cancellationToken);
        await transaction.ExecuteAsync(DeleteSightings, cancellationToken);
        await transaction.ExecuteAsync(InsertSightings, cancellationToken);
    }

    private static (long ListingId, PlaceSighting Seen) ReadSighting(NpgsqlDataReader row) => (
        row.GetInt64(0),
        new PlaceSighting(
            (row.GetInt64(1), row.GetInt32(2)),
            row.GetFieldValue<DateTimeOffset>(3),
            row.GetFieldValue<DateTimeOffset>(4),
            row.GetBoolean(5)));

    private static KeyedListing Read(NpgsqlDataReader row) => new(
        row.Value<long>("id"),
        row.Value<long>("paper_id"),
        row.Value<string>("source"),
        row.Value<string>("title_key"),
        new PageListing(
            row.Value<long>("page_id"),
            new ListedPaper
            {
                Rank = row.Value<int>("rank"),
                Line = row.ValueOrNull<int>("line"),
                Title = row.Value<string>("title"),
                Abstract = row.TextOrNull("abstract"),
                ArxivId = row.TextOrNull("arxiv_id"),
                Doi = row.TextOrNull("doi"),
                Url = row.TextOrNull("url"),
                PublishedOn = row.ValueOrNull<DateOnly>("published_on"),
                PublishedOnInferred = row.Value<bool>("published_on_inferred"),
                AuthorNames = row.ObjectOrNull<string[]>("author_names") ?? [],
                AuthorCount = row.ValueOrNull<int>("author_count"),
                CommentCount = row.ValueOrNull<int>("comment_count"),
                UpvoteCount = row.ValueOrNull<int>("upvote_count"),
                ListedOn = row.ValueOrNull<DateOnly>("listed_on"),
                ListedOnInferred = row.Value<bool>("listed_on_inferred"),
                StarCount = row.ValueOrNull<int>("star_count"),
                OpenAlexId = row.TextOrNull("open_alex_id"),
                SemanticScholarId = row.TextOrNull("semantic_scholar_id"),
                Details = DetailsJson.Read(row.TextOrNull("details")),
            },
            row.ValueOrNull<long>("organization_id"))
        {
            Written = row.ValueOrNull<DateTimeOffset>("first_written_at") is { } first
                ? new WrittenSpan(first, row.Value<DateTimeOffset>("written_at"))
                : null,
        })
    {
        Seen = new Observation(
            row.Value<DateTimeOffset>("observed_at"),
            row.Value<DateTimeOffset>("last_observed_at"),
            row.Value<bool>("observed_at_stated"),
            row.Value<long>("digest")),
        ImportedAt = row.Value<DateTimeOffset>("imported_at"),
    };

    private sealed record Row(long Id, long PaperId, KeyedListing Listing)
    {
        public ListedPaper Paper => Listing.Paper;
    }
}
