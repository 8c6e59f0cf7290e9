namespace PaperGraph.Graph.Nodes;

/// <summary>A tree of rows in SQL: a row, and the rows below it.</summary>
/// <param name="Table">A table with <c>id</c> and <c>parent_id</c>.</param>
internal sealed record EntityTree(string Table)
{
    public static EntityTree Topics { get; } = new("topics");

    public static EntityTree Organizations { get; } = new("organizations");

    /// <summary>A select of two columns: a row's id, and the id of the row or of one above it.</summary>
    public string Roots =>
        $"""
        with recursive below(id, root) as (
          select id, id from {Table}
          union all
          select child.id, below.root from {Table} child join below on child.parent_id = below.id)
        select id, root from below
        """;

    /// <summary>Writes a select statement of one column: the ids of the rows of one level.</summary>
    /// <param name="level">How deep the rows are; those at the top have level 1.</param>
    public string OfLevel(int level) => level == 1
        ? $"select id from {Table} where parent_id is null"
        : $"""
        with recursive levels(id, level) as (
          select id, 1 from {Table} where parent_id is null
          union all
          select child.id, levels.level + 1 from {Table} child join levels on child.parent_id = levels.id)
        select id from levels where level = {level}
        """;

    /// <summary>A select of one column: the ids of the row <paramref name="root"/> and of those below it.</summary>
    public string Below(string root) =>
        $"""
        with recursive below(id) as (
          select {root}
          union all
          select child.id from {Table} child join below on child.parent_id = below.id)
        select id from below
        """;
}
