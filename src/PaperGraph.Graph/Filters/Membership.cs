using PaperGraph.Graph.Nodes;
using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph.Filters;

/// <summary>How it is tested whether a row belongs to something.</summary>
internal enum MembershipTest
{
    /// <summary>By a join, in the order that the planner thinks best: for conditions that all rows are to be found for.</summary>
    Join,

    /// <summary>
    /// By a table of all that belong, made once: inside or and not, where PostgreSQL makes no join of a condition, and takes
    /// <c>exists</c> for so dear that the statement is compiled first.
    /// </summary>
    Table,

    /// <summary>
    /// Inside or and not of a page that is read in its order: a table of what belongs to what is named, and an index for all else. Rows
    /// that belong to anything, such as papers that have code, are as many as the collection, and a page needs a few of them.
    /// </summary>
    Page,

    /// <summary>
    /// By an index, for one row after the other: where rows are read in their order until a page is full. The planner would not find that:
    /// it does not know what is asked for, takes what belongs to it for a handful, and joins and sorts them all.
    /// </summary>
    Lookup,
}

/// <summary>Rows of a table that say what a row belongs to.</summary>
/// <param name="From">The tables, such as <c>paper_topics x</c>.</param>
/// <param name="Row">The column that has the row's id; never null.</param>
internal sealed record Members(string From, string Row)
{
    /// <summary>The column of what it belongs to, where that is one of its own.</summary>
    public string? Key { get; init; }

    /// <summary>The tree whose lower rows count for those above them; null for none.</summary>
    public EntityTree? Tree { get; init; }

    /// <summary>What else must hold of them, with <c>and</c> before it; null for nothing.</summary>
    public SqlFragment? Condition { get; init; }
}

/// <summary>The condition that a row is among some rows, or is not.</summary>
/// <param name="key">The row's id, such as <c>p.id</c>; never null.</param>
/// <param name="test">How that is tested.</param>
internal sealed class Membership(RawSql key, MembershipTest test)
{
    private readonly bool looksUp = test is MembershipTest.Lookup or MembershipTest.Page;

    /// <summary>The same inside or and not.</summary>
    public Membership Nested => test == MembershipTest.Join ? new(key, MembershipTest.Table) : this;

    /// <summary>The same for members that are found by what they belong to.</summary>
    public Membership OfNamed => test == MembershipTest.Page ? new(key, MembershipTest.Table) : this;

    /// <param name="sql">The statement, at the end of its conditions.</param>
    /// <param name="members">What it is to be among.</param>
    /// <param name="condition">Which of them, with <c>and</c> before it; null for all.</param>
    public void AppendIn(SqlText sql, Members members, SqlFragment? condition = null)
    {
        if (looksUp) sql.Append($"\n    and {Exists(members, condition)}");
        else sql.Append($"\n    and {key} in ({Ids(members, condition)})");
    }

    /// <inheritdoc cref="AppendIn"/>
    public void AppendNotIn(SqlText sql, Members members, SqlFragment? condition = null)
    {
        if (looksUp) sql.Append($"\n    and not {Exists(members, condition)}");
        else if (test == MembershipTest.Table) sql.Append($"\n    and {key} not in ({Ids(members, condition)})");
        // An anti-join only as this.
        else sql.Append($"\n    and not exists (select from ({Ids(members, condition)}) as others (id) where others.id = {key})");
    }

    private static SqlFragment Ids(Members members, SqlFragment? condition) => sql => sql.Append(
        $"select {new RawSql(members.Row)} from {new RawSql(members.From)} where true{members.Condition}{condition}");

    /// <summary>With an offset, PostgreSQL makes no join of it.</summary>
    private SqlFragment Exists(Members members, SqlFragment? condition) => sql => sql.Append($"""
        exists (
              select from {new RawSql(members.From)}
              where {new RawSql(members.Row)} = {key}{members.Condition}{condition} offset 0)
        """);
}
