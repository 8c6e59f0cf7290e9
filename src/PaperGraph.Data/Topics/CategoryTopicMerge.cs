using Npgsql;
using PaperGraph.Data.Bulk;
using PaperGraph.Data.Papers;
using PaperGraph.Model;

namespace PaperGraph.Data.Topics;

/// <summary>
/// Makes the categories of the papers in <c>merged_papers</c> topics of theirs, which say who states it. A topic is added with the first
/// paper of its category, and stays.
/// </summary>
internal static class CategoryTopicMerge
{
    /// <summary>Behind all topics that are found by concepts.</summary>
    private const int FirstPosition = 10_000;

    private const float OfOthers = 0.5f;

    private static readonly StagingTable<CategoryTopic> Topics = new StagingTable<CategoryTopic>("stated_category_topics")
        .With("slug", "text", row => row.Slug)
        .With("name", "text", row => row.Name)
        .With("archive", "text", row => row.Archive)
        .With("position", "integer", row => FirstPosition + row.Place);

    private static readonly StagingTable<(long PaperId, MergedCategory Category)> Stated =
        new StagingTable<(long PaperId, MergedCategory Category)>("stated_paper_topics")
            .With("paper_id", "bigint", row => row.PaperId)
            .With("slug", "text", row => ArxivTaxonomy.SlugFor(row.Category.Code))
            .With("score", "real", row => row.Category.Position == 0 ? 1 : OfOthers)
            .With("source", "text", row => row.Category.Source);

    private const string InsertTopics = $"""
        insert into topics (slug, name, taxonomy, position)
        select slug, name, '{ArxivTaxonomy.Name}', position
        from stated_category_topics s
        where not exists (select from topics t where t.slug = s.slug)
        order by position, slug;

        update topics t
        set parent_id = archive.id
        from stated_category_topics s
        join topics archive on archive.slug = s.archive
        where t.slug = s.slug and t.parent_id is null
        """;

    private const string Delete = """
        delete from paper_topics e
        where e.paper_id = any (array(select id from merged_papers))
            and e.source is not null
            and not exists (
                select from stated_paper_topics s
                join topics t using (slug)
                where (s.paper_id, t.id, s.score, s.source) = (e.paper_id, e.topic_id, e.score, e.source))
        """;

    private const string Insert = """
        insert into paper_topics (paper_id, topic_id, score, source, published_order)
        select s.paper_id, t.id, s.score, s.source, p.published_order
        from stated_paper_topics s
        join topics t using (slug)
        join papers p on p.id = s.paper_id
        on conflict do nothing
        """;

    /// <param name="categories">All categories of these papers; no category of a paper stands twice.</param>
    public static async Task ApplyAsync(
        NpgsqlTransaction transaction,
        IReadOnlyList<(long PaperId, MergedCategory Category)> categories,
        CancellationToken cancellationToken)
    {
        var topics = categories.Select(row => row.Category.Code).Distinct(StringComparer.Ordinal).SelectMany(ArxivTaxonomy.TopicsFor)
            .DistinctBy(topic => topic.Slug);
        await Topics.FillAsync(transaction, topics, cancellationToken);
        await transaction.ExecuteAsync(InsertTopics, cancellationToken);
        await Stated.FillAsync(
            transaction, categories.DistinctBy(row => (row.PaperId, ArxivTaxonomy.SlugFor(row.Category.Code))), cancellationToken);
        await transaction.ExecuteAsync(Delete, cancellationToken);
        await transaction.ExecuteAsync(Insert, cancellationToken);
    }
}
