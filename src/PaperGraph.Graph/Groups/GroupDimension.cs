using PaperGraph.Data.Groups;
using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Sql;
using PaperGraph.GraphQL.Execution;

namespace PaperGraph.Graph.Groups;

/// <summary>
/// How papers are grouped in one dimension, in SQL. Each paper <c>c</c> has one key or several, none of them null: papers of which nothing
/// is known have a key of their own.
/// </summary>
/// <param name="Name">The dimension's name in the schema.</param>
/// <param name="UnknownKey">The key of what is unknown, as SQL.</param>
/// <param name="Key">
/// An expression of the key: of columns of <c>c</c>, or of <c>{0}</c>, a row of the <see cref="Members"/>, whose columns are null where
/// the paper has none.
/// </param>
internal abstract record GroupDimension(PaperDimension Name, string UnknownKey, string Key)
{
    /// <summary>What the key needs of the paper <c>p</c> beside its id and its day.</summary>
    public PaperColumn? Column { get; init; }

    /// <summary>
    /// What a paper has some of, such as <c>paper_concepts</c>: a table, or a select in parentheses, with <c>paper_id</c>.
    /// </summary>
    public string? Members { get; init; }

    /// <summary>
    /// The same of the <c>chosen</c> papers alone, for what is found by more than one step, of which the last has no index: for each paper
    /// all rows of it would be gone through. Null where the members are looked up as they are.
    /// </summary>
    public string? MembersOfChosen { get; init; }

    /// <summary>Whether a paper may have several members with one key.</summary>
    public bool HasRepeats { get; init; }

    /// <summary>How it stands in <c>group_counts</c>; null where it does not.</summary>
    public CountedKeys? Counted { get; init; }

    /// <summary>That nothing is known of a paper <c>p</c>, with <c>and</c> before it; true or false of every paper, never null.</summary>
    public required Action<SqlText, Membership> IsUnknown { get; init; }

    /// <summary>What is read of the node that a key is the id of; null where it is no id.</summary>
    public virtual IGroupNode? Node(Selection group) => null;

    /// <summary>What groups are ordered by, given their key: not null but for what is unknown.</summary>
    public virtual string Order(string key) => $"nullif({key}, {UnknownKey})";

    public abstract GroupKeyReader CreateReader();

    public static Action<SqlText, Membership> HasNone(string members) =>
        (sql, membership) => membership.AppendNotIn(sql, new Members($"{members} x", "x.paper_id"));
}

/// <inheritdoc cref="GroupDimension"/>
/// <typeparam name="TKey">What its keys are read as.</typeparam>
internal abstract record GroupDimension<TKey>(PaperDimension Name, string UnknownKey, string Key)
    : GroupDimension(Name, UnknownKey, Key)
    where TKey : notnull
{
    /// <summary>What a key means.</summary>
    public abstract GroupKey Describe(TKey key);

    public override GroupKeyReader CreateReader() => new GroupKeyReader<TKey>(this);
}

/// <summary>The rows of a dimension in <c>group_counts</c>.</summary>
/// <param name="Key">An expression of the dimension's key, of a row <c>c</c>.</param>
internal sealed record CountedKeys(CountedDimension Dimension, string Key)
{
    /// <summary>That a row <c>c</c> is one of them, with <c>and</c> before it; empty where all of the dimension are.</summary>
    public string Condition { get; init; } = "";

    /// <summary>Whether several rows of one period may have the same key, so that they are to be added up.</summary>
    public bool HasRepeats { get; init; }

    /// <summary>The dimension of rows with the same keys whose papers were counted twice, and are taken away; null for none.</summary>
    public CountedDimension? Again { get; init; }
}

/// <summary>A value of papers that groups are made of.</summary>
/// <param name="Name">What it is called in the statement.</param>
/// <param name="Expression">An expression of it, of the paper <c>p</c>.</param>
/// <param name="NeedsPapers">Whether it takes more of the paper than the id and the day, which edges have too.</param>
internal sealed record PaperColumn(string Name, string Expression, bool NeedsPapers = true)
{
    public static PaperColumn ImportedAt { get; } = new("imported_at", "p.imported_at");

    public static PaperColumn AuthorCount { get; } = new("author_count", "p.author_count");

    public static PaperColumn UpvoteCount { get; } = new("upvote_count", "p.upvote_count");

    public static PaperColumn CommentCount { get; } = new("comment_count", "p.comment_count");

    public static PaperColumn HasCode { get; } =
        new("has_code", "exists (select from paper_repositories x where x.paper_id = p.id)", NeedsPapers: false);
}
