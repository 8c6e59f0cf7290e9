namespace PaperGraph.Graph.Groups;

/// <summary>What is counted of the papers of a group, as a column of numbers.</summary>
/// <param name="Field">The field of a group, of an order and of a condition, by which the column is named.</param>
/// <param name="OrderBy">The order by it.</param>
internal sealed record GroupMeasure(string Field, PaperGroupOrderField OrderBy)
{
    /// <summary>What it needs of each paper; null for nothing.</summary>
    public PaperColumn? Column { get; private init; }

    /// <summary>An aggregate over the papers <c>m</c> of a group; null where it counts what papers have.</summary>
    public string? Aggregate { get; private init; }

    /// <summary>Edges and their column of what is counted, each once a group.</summary>
    public (string Table, string Key)? Edges { get; private init; }

    /// <summary>The aggregate over the days <c>d</c> of a group, of which it was aggregated before.</summary>
    public string OfDays => Field == "shareWithCode" ? $"sum({Of("d")} * d.m_papers) / sum(d.m_papers)" : Sum(Of("d"));

    /// <summary>
    /// It as an expression of rows <c>c</c> of <c>group_counts</c>, given how a column of them is added up; null where that cannot be.
    /// </summary>
    public Func<Func<string, string>, string>? OfCounts { get; private init; }

    /// <summary>What it is of no papers.</summary>
    public string OfNone { get; private init; } = "0";

    /// <summary>The same as a number.</summary>
    public double? NumberOfNone => OfNone == "0" ? 0 : null;

    /// <summary>The column, of the row <paramref name="alias"/>.</summary>
    public string Of(string alias) => $"{alias}.{Sql}";

    /// <summary>The name of the column.</summary>
    public string Sql => $"m_{Field.ToLowerInvariant()}";

    public static GroupMeasure Papers { get; } = new("papers", PaperGroupOrderField.Papers)
    {
        Aggregate = "count(*)",
        OfCounts = sum => sum("c.papers"),
    };

    public static GroupMeasure PapersWithCode { get; } = new("papersWithCode", PaperGroupOrderField.PapersWithCode)
    {
        Column = PaperColumn.HasCode,
        Aggregate = "count(*) filter (where m.has_code)",
        OfCounts = sum => sum("c.papers_with_code"),
    };

    public static IReadOnlyList<GroupMeasure> All { get; } =
    [
        Papers,
        new("upvotes", PaperGroupOrderField.Upvotes)
        {
            Column = PaperColumn.UpvoteCount,
            Aggregate = Sum("m.upvote_count"),
            OfCounts = sum => Known(sum("c.upvotes"), sum("c.upvotes_known")),
            OfNone = "null",
        },
        new("comments", PaperGroupOrderField.Comments)
        {
            Column = PaperColumn.CommentCount,
            Aggregate = Sum("m.comment_count"),
            OfCounts = sum => Known(sum("c.comments"), sum("c.comments_known")),
            OfNone = "null",
        },
        new("organizations", PaperGroupOrderField.Organizations)
        {
            Edges = ("paper_organizations", "organization_id"),
        },
        new("authors", PaperGroupOrderField.Authors)
        {
            Edges = ("authorships", "author_id"),
        },
        new("repositories", PaperGroupOrderField.Repositories)
        {
            Edges = ("paper_repositories", "repository_id"),
        },
        PapersWithCode,
        new("shareWithCode", PaperGroupOrderField.ShareWithCode)
        {
            Column = PaperColumn.HasCode,
            Aggregate = "avg(m.has_code::integer)",
            OfCounts = sum => $"{sum("c.papers_with_code")}::float8 / {sum("c.papers")}",
            OfNone = "null",
        },
    ];

    public static GroupMeasure Find(string field) => All.Single(measure => measure.Field == field);

    /// <summary>What a field of type Int holds, at most; null where no number is known.</summary>
    private static string Sum(string numbers) => $"case when sum({numbers}) is not null then least(sum({numbers}), {int.MaxValue}) end";

    private static string Known(string sum, string papers) => $"case when {papers} > 0 then least({sum}, {int.MaxValue}) end";
}
