using Npgsql;
using PaperGraph.Data.Bulk;
using PaperGraph.Model;

namespace PaperGraph.Data.Papers;

/// <summary>
/// On which fields of a paper its sources disagree. A source says what its listing seen last says; a source that says nothing of a field
/// agrees with all. Values are compared as <see cref="MetadataFieldKey"/> says. What changes by nature, such as upvotes, is no
/// disagreement.
/// </summary>
internal static class DisagreementMerge
{
    private static readonly StagingTable<(long PaperId, MetadataField Field)> Planned =
        new StagingTable<(long PaperId, MetadataField Field)>("planned_disagreements")
            .With("paper_id", "bigint", row => row.PaperId)
            .With("field", "text", row => EnumName.For(row.Field));

    private static readonly MetadataField[] Fields = Enum.GetValues<MetadataField>();

    // What is unchanged is left alone: these rows are in an index of their own.
    private const string Delete = """
        delete from paper_disagreements d
        where d.paper_id = any (array(select id from merged_papers))
            and not exists (select from planned_disagreements p where (p.paper_id, p.field) = (d.paper_id, d.field))
        """;

    private const string Insert = """
        insert into paper_disagreements (paper_id, field, published_order)
        select d.paper_id, d.field, p.published_order
        from planned_disagreements d
        join papers p on p.id = d.paper_id
        on conflict do nothing
        """;

    public static IEnumerable<MetadataField> Of(IReadOnlyList<KeyedListing> listings)
    {
        if (listings.All(listing => listing.Source == listings[0].Source)) return [];
        var sources = listings.GroupBy(listing => listing.Source)
            .Select(source => source.OrderByDescending(listing => listing.Recency).ToArray())
            .ToArray();
        return Fields.Where(field => MetadataFieldKey.Differ(field, sources.Select(source => Said(source, field)).OfType<string>()));
    }

    /// <summary>Makes the disagreements of the papers in <c>merged_papers</c> those of their listings.</summary>
    public static async Task ApplyAsync(
        NpgsqlTransaction transaction, IEnumerable<PaperMerge.PaperRow> papers, CancellationToken cancellationToken)
    {
        var planned = papers.SelectMany(paper => Of(paper.Planned.Listings).Select(field => (paper.Id, field))).ToList();
        await Planned.FillAsync(transaction, planned, cancellationToken);
        await transaction.ExecuteAsync(Delete, cancellationToken);
        if (planned.Count > 0) await transaction.ExecuteAsync(Insert, cancellationToken);
    }

    /// <summary>What a source says: of what it said last of the field, what sorts first.</summary>
    private static string? Said(KeyedListing[] source, MetadataField field)
    {
        for (var i = 0; i < source.Length;)
        {
            var first = source[i];
            var said = default(string);
            for (; i < source.Length && source[i].Recency == first.Recency; i++)
            {
                if (MetadataFieldKey.StatedIn(source[i].Paper, field) is not { } value) continue;
                if (said is null || string.CompareOrdinal(value, said) < 0) said = value;
            }
            if (said is not null) return said;
        }
        return null;
    }
}
