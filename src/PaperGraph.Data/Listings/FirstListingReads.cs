using Npgsql;
using PaperGraph.Data.Bulk;

namespace PaperGraph.Data.Listings;

/// <summary>The listing in which a paper was first met.</summary>
/// <param name="Page">The name of the page's file; null like source and line where no listing is stored.</param>
public sealed record FirstListing(long PaperId, string Slug, string Title, string? Source, string? Page, int? Line);

/// <summary>Reads what tells a person which papers are meant.</summary>
public static class FirstListingReads
{
    private const string First = """
        select distinct on (p.id) p.id, p.slug, p.title, g.source, g.name, l.line
        from papers p
        left join listings l on l.paper_id = p.id
        left join pages g on g.id = l.page_id
        where p.id = any(@papers)
        order by p.id, l.id
        """;

    /// <summary>Reads the listings in the order of the papers' ids.</summary>
    public static async Task<IReadOnlyList<FirstListing>> ReadAsync(
        NpgsqlTransaction transaction, IEnumerable<long> papers, CancellationToken cancellationToken) =>
        await transaction.QueryAsync(
            First,
            reader => new FirstListing(
                reader.Value<long>("id"),
                reader.Value<string>("slug"),
                reader.Value<string>("title"),
                reader.TextOrNull("source"),
                reader.TextOrNull("name"),
                reader.ValueOrNull<int>("line")),
            cancellationToken,
            ("papers", papers.ToArray()));
}
