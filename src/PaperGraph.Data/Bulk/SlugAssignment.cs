using Npgsql;
using PaperGraph.Model;

namespace PaperGraph.Data.Bulk;

/// <summary>Finds slugs for rows that are not stored yet.</summary>
internal static class SlugAssignment
{
    /// <param name="slugs">A query for all slugs that are taken, in a column of that name.</param>
    /// <param name="wanted">For each row the slug that it would have, and what tells it from others that would have the same.</param>
    /// <returns>One for each, in their order, unlike each other and all that are taken.</returns>
    public static async Task<IReadOnlyList<string>> AssignAsync(
        NpgsqlTransaction transaction, string slugs, IReadOnlyList<(string Slug, string Key)> wanted, CancellationToken cancellationToken)
    {
        if (wanted.Count == 0) return [];
        var possible = wanted.SelectMany(row => Slug.Forms(row.Slug, row.Key)).ToArray();
        var taken = await transaction.QueryAsync(
            $"select slug from ({slugs}) taken where slug = any(@possible)",
            reader => reader.GetString(0),
            cancellationToken,
            ("possible", possible));
        var used = taken.ToHashSet();
        return [.. wanted.Select(row => Slug.Forms(row.Slug, row.Key).First(used.Add))];
    }
}
