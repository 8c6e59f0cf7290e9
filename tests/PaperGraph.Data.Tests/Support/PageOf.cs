using System.Security.Cryptography;
using System.Text;
using Npgsql;
using PaperGraph.Data.Listings;
using PaperGraph.Data.Papers;
using PaperGraph.Model;

namespace PaperGraph.Data.Tests.Support;

/// <summary>A page with its listings, ranked as they stand.</summary>
internal sealed record PageOf(string Name, string Source, DateOnly? Day, params ListedPaper[] Listings)
{
    public static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public static PageOf TextPage(string name, string? day, params ListedPaper[] listings) =>
        new(name, "daily-papers-text", day is null ? null : DateOnly.Parse(day, null), listings);

    public static PageOf JsonPage(string name, string? day, params ListedPaper[] listings) =>
        new(name, "hf-json", day is null ? null : DateOnly.Parse(day, null), listings);

    public static ListedPaper Paper(string title) => new() { Rank = 0, Title = title };

    /// <summary>Stores the page and its listings.</summary>
    public async Task<UpsertedPapers> StoreAsync(NpgsqlTransaction transaction)
    {
        var pages = await PageUpserts.UpsertAsync(
            transaction, [new PageRow(Source, SHA256.HashData(Encoding.UTF8.GetBytes(Name)), Name, Day)], Now, CancellationToken.None);
        var listings = Listings.Select((listing, index) => new PageListing(pages[0].Id, listing with { Rank = index + 1, ListedOn = Day }));
        return await PaperUpserts.UpsertAsync(transaction, [.. listings], Now, CancellationToken.None);
    }
}
