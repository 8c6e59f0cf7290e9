using Npgsql;
using PaperGraph.Data.Bulk;
using PaperGraph.Data.Papers;

namespace PaperGraph.Data.Topics;

/// <param name="ParentSlug">The slug of the topic above it; null for a topic at the top.</param>
/// <param name="Position">The position among all topics; the first is 1.</param>
public sealed record TopicRow(string Slug, string Name, string? ParentSlug, int Position);

/// <summary>Stores the tree of topics.</summary>
public static class TopicUpserts
{
    private static readonly StagingTable<TopicRow> Incoming = new StagingTable<TopicRow>("incoming_topics")
        .With("slug", "text", row => row.Slug)
        .With("name", "text", row => row.Name)
        .With("parent_slug", "text", row => row.ParentSlug)
        .With("position", "integer", row => row.Position);

    private const string Delete = """
        delete from topics t
        where t.taxonomy is null and not exists (select from incoming_topics i where i.slug = t.slug)
        """;

    private const string Insert = """
        insert into topics (slug, name, position)
        select slug, name, position
        from incoming_topics i
        where not exists (select from topics t where t.slug = i.slug)
        order by position
        """;

    private const string Update = """
        update topics t
        set name = i.name, parent_id = parent.id, position = i.position
        from incoming_topics i
        left join topics parent on parent.slug = i.parent_slug
        where t.slug = i.slug
            and (t.name, t.parent_id, t.position) is distinct from (i.name, parent.id, i.position)
        """;

    /// <summary>Stores these topics and removes all others, but for those of taxonomies that sources state.</summary>
    public static async Task ReplaceAllAsync(
        NpgsqlTransaction transaction, IReadOnlyList<TopicRow> topics, CancellationToken cancellationToken)
    {
        await transaction.TakeWriteLockAsync(cancellationToken);
        await Incoming.FillAsync(transaction, topics, cancellationToken);
        var changed = await transaction.ExecuteAsync(Delete, cancellationToken);
        changed += await transaction.ExecuteAsync(Insert, cancellationToken);
        changed += await transaction.ExecuteAsync(Update, cancellationToken);
        if (changed > 0) await PaperCounts.RecountTopicsAsync(transaction, cancellationToken);
    }
}
