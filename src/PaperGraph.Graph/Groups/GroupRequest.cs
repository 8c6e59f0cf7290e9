using PaperGraph.Graph.Arguments;
using PaperGraph.Graph.Paging;
using PaperGraph.Graph.Papers;
using PaperGraph.Graph.Sql;
using PaperGraph.GraphQL.Execution;

namespace PaperGraph.Graph.Groups;

/// <summary>
/// What a field asks for about groups. All of it but the filter is made once for the arguments that a document's field has been given.
/// </summary>
internal sealed record GroupRequest
{
    private const int MaxRows = 1_000;

    private readonly IReadOnlyList<PaperGroupOrder> orders;

    /// <param name="group">What is selected of a group.</param>
    /// <param name="dimensions">One or two.</param>
    private GroupRequest(Selection group, IReadOnlyList<PaperDimension> dimensions, GroupPage page)
    {
        Dimensions = [.. dimensions.Select(DimensionCatalog.Find)];
        Nodes = [.. Dimensions.Select(dimension => dimension.Node(group))];
        orders = TotalOrder.Requested(page.Orders, Default(), order => order.By);
        First = page.First;

        var conditions = page.Having?.Ranges().ToList() ?? [];
        Others = [.. Dimensions.Where(dimension => dimension is not PeriodDimension { IsOfEdges: true })];
        Measures =
        [
            .. GroupMeasure.All.Where(measure => measure == GroupMeasure.Papers
                || group.Names.Contains(measure.Field)
                || orders.Any(order => order.By == measure.OrderBy)
                || conditions.Exists(condition => condition.Field == measure.Field)),
        ];
        HasStoredMeasures = Measures.All(measure => measure.OfCounts is not null);
        Columns =
        [
            .. Dimensions.Select(dimension => dimension.Column).Concat(Measures.Select(measure => measure.Column))
                .OfType<PaperColumn>().Distinct(),
        ];
        HasEveryStoredGroup = conditions.TrueForAll(condition => condition is { Field: "papers", From: null or <= 1, To: null });
        HasEmpty = !conditions.Exists(condition => IsOfNone(condition));
        ColumnTypes =
        [
            .. Enumerable.Repeat(SqlType.Bytes, Dimensions.Count + Measures.Count), .. Nodes.SelectMany(node => node?.Types ?? []),
        ];
        CompletesPeriods = HasEmpty && conditions.Count == 0 && orders[0].By == PaperGroupOrderField.Key
            && Dimensions is [PeriodDimension { Interval: >= Interval.Month }];
        Order = CompletesPeriods ? new("g.k1") : TotalOrderOf(Terms());
        Having = sql =>
        {
            foreach (var (name, from, to) in conditions)
            {
                var column = new RawSql(GroupMeasure.Find(name).Of("g"));
                sql.Append($" and {column} is not null");
                if (from is { } least) sql.Append($" and {column} >= {least}");
                if (to is { } most) sql.Append($" and {column} <= {most}");
            }
        };

        // A number that is not known is in no range.
        static bool IsOfNone((string Field, double? From, double? To) condition) =>
            GroupMeasure.Find(condition.Field).OfNone != "0" || condition.From > 0 || condition.To < 0;
    }

    public IReadOnlyList<GroupDimension> Dimensions { get; }

    /// <summary>Those that are no periods of the papers' own days.</summary>
    public IReadOnlyList<GroupDimension> Others { get; }

    /// <summary>Whether all that is counted is kept in <c>group_counts</c>.</summary>
    public bool HasStoredMeasures { get; }

    /// <summary>What is read of the node of each dimension; null where it has none.</summary>
    public IReadOnlyList<IGroupNode?> Nodes { get; }

    /// <summary>What is counted, the papers in any case.</summary>
    public IReadOnlyList<GroupMeasure> Measures { get; }

    /// <summary>What keys and measures need of each paper.</summary>
    public IReadOnlyList<PaperColumn> Columns { get; }

    /// <summary>What must hold of a group <c>g</c>, each condition with <c>and</c> before it.</summary>
    public SqlFragment Having { get; }

    /// <summary>Whether it may hold of a period without a paper.</summary>
    public bool HasEmpty { get; }

    /// <summary>
    /// Whether the groups are periods that come one after the other and of which there can be few: PostgreSQL tells all that have a paper,
    /// from the first on, and a <see cref="PeriodSeries"/> is made of them.
    /// </summary>
    public bool CompletesPeriods { get; }

    /// <summary>The series of the periods; null where PostgreSQL tells all groups.</summary>
    public PeriodSeries? CreateSeries() => CompletesPeriods
        ? new PeriodSeries((PeriodDimension)Dimensions[0], Given, orders[0].Direction == OrderDirection.Desc)
        : null;

    /// <summary>Whether it holds of every group that has a paper.</summary>
    public bool HasEveryStoredGroup { get; }

    /// <summary>Whether the groups of the most papers come first.</summary>
    public bool IsByMostPapers => orders is [{ By: PaperGroupOrderField.Papers, Direction: OrderDirection.Desc }, ..];

    /// <summary>Whether the groups come one period after the other.</summary>
    public bool IsByPeriod => orders[0].By switch
    {
        PaperGroupOrderField.Key => Dimensions[0] is PeriodDimension,
        PaperGroupOrderField.Key2 => Dimensions[1] is PeriodDimension,
        _ => false,
    };

    public int First { get; }

    /// <summary>The types of the columns of keys, measures and nodes.</summary>
    public IReadOnlyList<string> ColumnTypes { get; }

    /// <summary>The order of groups <c>g</c>: total, and what is unknown last.</summary>
    public RawSql Order { get; }

    /// <summary>The filter of the papers; null for none.</summary>
    public PaperFilter? Given { get; private init; }

    public bool IsOfParents { get; private init; }

    /// <summary>Whether it is asked how many groups there are, or how many papers those have that are not told.</summary>
    public bool HasTotals { get; private init; }

    /// <summary>Whether it is asked how many papers were grouped.</summary>
    public bool HasPaperCount { get; private init; }

    /// <summary>The groups of <c>Query.paperGroups</c>.</summary>
    /// <exception cref="FieldFailureException">An argument has a value that it may not have.</exception>
    public static GroupRequest OfAll(FieldContext field)
    {
        var by = field.Argument<IReadOnlyList<PaperDimension>>("by");
        if (by.Count is < 1 or > 2)
            throw BadArgument.Create(new ArgumentPath("by"), $"has {by.Count} dimensions; give one or two.");
        if (by.Count == 2 && by[0] == by[1])
            throw BadArgument.Create(new ArgumentPath("by").Item(1), "is the same as the first; name each dimension once.");
        var orders = field.Argument<IReadOnlyList<PaperGroupOrder>?>("orderBy");
        for (var i = 0; by.Count == 1 && i < orders?.Count; i++)
        {
            if (orders[i].By != PaperGroupOrderField.Key2) continue;
            throw BadArgument.Create(
                new ArgumentPath("orderBy").Item(i), "orders by KEY2 where there is one dimension; name a second in `by`.");
        }
        var page = new GroupPage(NumberArgument.Checked(field, "first", MaxRows), orders, field.Argument<PaperGroupCondition?>("having"));
        return Create(field, by, page, () => new GroupRequest(field.Selection.Select("rows"), by, page)
        {
            HasPaperCount = field.Selection.Selects("paperCount"),
            HasTotals = field.Selection.Selects("groupCount") || field.Selection.Selects("otherCount"),
        });
    }

    /// <summary>The periods of a <c>timeline</c>.</summary>
    public static GroupRequest Timeline(FieldContext field)
    {
        PaperDimension[] by = [DimensionCatalog.Published(field.Argument<Interval>("interval")).Name];
        var page = new GroupPage(NumberArgument.Checked(field, "last", MaxRows), null, null);
        return Create(field, by, page, () => new GroupRequest(field.Selection, by, page) { IsOfParents = true });
    }

    private static GroupRequest Create(FieldContext field, IReadOnlyList<PaperDimension> by, GroupPage page, Func<GroupRequest> make)
    {
        var key = (by[0], by.Count > 1 ? by[1] : (PaperDimension?)null, page.First, string.Join(' ', page.Orders ?? []), page.Having);
        return field.Field.Memo(key, _ => make()) with { Given = field.Argument<PaperFilter?>("where") };
    }

    /// <summary>The order of groups <c>g</c> of known periods, where that is by these, so that an index may have it.</summary>
    public RawSql OrderOfKnown()
    {
        var key = orders[0].By == PaperGroupOrderField.Key ? "k1" : "k2";
        return TotalOrderOf(Terms().Skip(1).Prepend($"g.{key} {Direction(orders[0])}"));
    }

    private RawSql TotalOrderOf(IEnumerable<string> terms) =>
        new(string.Join(", ", terms.Concat(Dimensions.Select((_, i) => $"g.k{i + 1}"))));

    private IEnumerable<string> Terms() => orders.Select(order => $"{Term(order.By)} {Direction(order)} nulls last");

    private static string Direction(PaperGroupOrder order) => order.Direction == OrderDirection.Desc ? "desc" : "asc";

    private string Term(PaperGroupOrderField by) => by switch
    {
        PaperGroupOrderField.Key => Dimensions[0].Order("g.k1"),
        PaperGroupOrderField.Key2 => Dimensions[1].Order("g.k2"),
        _ => GroupMeasure.All.Single(measure => measure.OrderBy == by).Of("g"),
    };

    /// <summary>The first period by its time, and where there is none, the groups of the most papers.</summary>
    private IReadOnlyList<PaperGroupOrder> Default()
    {
        var papers = new PaperGroupOrder(PaperGroupOrderField.Papers, OrderDirection.Desc);
        return Dimensions switch
        {
            [PeriodDimension, ..] => [new(PaperGroupOrderField.Key, OrderDirection.Asc), papers],
            [_, PeriodDimension] => [new(PaperGroupOrderField.Key2, OrderDirection.Asc), papers],
            _ => [papers],
        };
    }

    private sealed record GroupPage(int First, IReadOnlyList<PaperGroupOrder>? Orders, PaperGroupCondition? Having);
}
