namespace PaperGraph.Data.Groups;

/// <summary>What is counted of papers that have something in common: columns of <c>group_counts</c> and <c>hub_counts</c>.</summary>
internal static class GroupMeasuresSql
{
    public const string Names = "papers, papers_with_code, upvotes, upvotes_known, comments, comments_known";

    /// <summary>Their sums.</summary>
    public static string Sums { get; } = string.Join(", ", Names.Split(", ").Select(name => $"sum({name})"));

    /// <summary>The columns of rows <c>m</c> of <c>group_memberships</c>, one to a line.</summary>
    /// <param name="indent">How many spaces the lines behind the first begin with.</param>
    public static string OfMemberships(int indent) => Lines(
        indent,
        "count(*) as papers",
        "count(*) filter (where m.has_code) as papers_with_code",
        "coalesce(sum(m.upvote_count), 0) as upvotes",
        "count(m.upvote_count) as upvotes_known",
        "coalesce(sum(m.comment_count), 0) as comments",
        "count(m.comment_count) as comments_known");

    /// <summary>What <c>on conflict do update</c> sets, so that the columns of a stored row grow by those of the new one.</summary>
    /// <inheritdoc cref="OfMemberships" path="/param"/>
    public static string AddedTo(string table, int indent) =>
        Lines(indent, [.. Names.Split(", ").Select(name => $"{name} = {table}.{name} + excluded.{name}")]);

    private static string Lines(int indent, params string[] lines) => string.Join($",\n{new string(' ', indent)}", lines);
}
