using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Nodes;
using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph.Groups;

/// <summary>
/// Groups of papers with what is counted of them, in one statement: for all, or for each parent. All groups of a parent come in one row, as
/// arrays, and behind it a row for each node that groups have, however many groups those are.
/// </summary>
/// <param name="papers">What is grouped.</param>
/// <param name="request">What is asked for.</param>
/// <param name="needsOwnPlan">See <see cref="CompiledFilter.NeedsOwnPlan"/>.</param>
internal sealed class PaperGroupsQuery(ChosenPapers papers, GroupRequest request, bool needsOwnPlan) : SqlQuery, IKeySource
{
    /// <summary>The field of a group with the topic of its second dimension, where that of the first is one too.</summary>
    public const string SecondTopic = "topic2";

    private const int FirstKey = 6;

    private static readonly IReadOnlyList<PaperGroup> NoRows = [];

    private readonly Dictionary<long, IReadOnlyList<PaperGroup>> groups = [];

    private readonly StoredGroups? counts = StoredGroups.From(papers, request);

    private readonly HubGroups? hub = HubGroups.From(papers, request);

    private readonly PeriodSeries? series = request.CreateSeries();

    private GroupKeyReader[] readers = CreateReaders(request);

    private (long Groups, long Papers, long Chosen) totals;

    public override bool NeedsOwnPlan => needsOwnPlan;

    /// <summary>The parent; 0, or of which dimension the row tells a node; its id; the totals; keys and measures; the nodes.</summary>
    public override IEnumerable<string> Types =>
    [
        SqlType.Bigint, SqlType.Integer, SqlType.Bigint, SqlType.Bigint, SqlType.Bigint, SqlType.Bigint,
        .. request.ColumnTypes,
    ];

    public override void Clear()
    {
        groups.Clear();
        readers = CreateReaders(request);
        totals = default;
    }

    public override void Write(SqlText sql)
    {
        var stored = StoredPage.From(papers, request, counts);
        sql.Append($"with ");
        if (stored is not null) stored.AppendTables(sql);
        else new GroupedPapers(papers, request, counts, hub, StoredPage.OfMonths(papers, request, counts)).Append(sql);
        sql.Append($", page as materialized (\n  ");
        if (request.IsOfParents)
        {
            if (series is null) AppendLast(sql);
            else sql.Append($"select g.* from every g");
            sql.Append($")\nselect page.parent, 0, 0::bigint, 0::bigint, 0::bigint, 0::bigint, ");
            AppendColumns(sql, series is null ? " order by page.is_unknown, page.place desc" : " order by page.k1");
            sql.Append($"\nfrom page\ngroup by page.parent");
            return;
        }
        AppendFirst(sql, stored);
        sql.Append($")\n");
        AppendGroups(sql, stored);
        for (var i = 0; i < request.Nodes.Count; i++)
            if (request.Nodes[i] is not null) AppendNodes(sql, i);
    }

    /// <summary>The first groups in their order.</summary>
    private void AppendFirst(SqlText sql, StoredPage? stored)
    {
        if (stored is null) sql.Append($"select g.* from every g where true{request.Having}");
        else
        {
            sql.Append($"select g.* from (\n  ");
            stored.AppendRows(sql);
            sql.Append($") as g");
        }
        sql.Append($"\n  order by {request.Order}");
        if (series is null) sql.Append($"\n  limit {RawSql.Number(request.First)}");
    }

    /// <summary>The last periods of each parent, the latest at place 1, and the papers of which none is known.</summary>
    private void AppendLast(SqlText sql)
    {
        var period = new RawSql(request.Dimensions[0].Order("g.k1"));
        sql.Append($"""
            select last.*
              from (
                select g.*, {period} is null as is_unknown,
                  row_number() over (partition by g.parent order by {period} desc nulls last) as place
                from every g) as last
              where last.is_unknown or last.place <= {RawSql.Number(request.First)}
            """);
    }

    /// <summary>Selects the page, beside what is counted of all groups.</summary>
    private void AppendGroups(SqlText sql, StoredPage? stored)
    {
        sql.Append($"select 0::bigint, 0, 0::bigint, ");
        if (request.HasTotals) sql.Append($"totals.groups, totals.papers, ");
        else sql.Append($"0::bigint, 0::bigint, ");
        if (!request.HasPaperCount) sql.Append($"0::bigint");
        else if (counts is not null) counts.AppendPaperCount(sql);
        else if (hub is not null) hub.AppendPaperCount(sql);
        else sql.Append($"(select count(*) from chosen)");
        sql.Append($", told.*");
        foreach (var type in request.Nodes.SelectMany(node => node?.Types ?? [])) AppendNull(sql, type);
        // An aggregate takes the rows in the order in which the page has them.
        sql.Append($"\nfrom (select ");
        AppendColumns(sql, order: "");
        sql.Append($" from page) as told");
        if (!request.HasTotals) return;
        sql.Append($"\ncross join (\n  ");
        if (stored is not null) stored.AppendTotals(sql);
        else
        {
            sql.Append($"""
                select count(*) as groups, coalesce(sum(g.m_papers), 0)::bigint as papers from every g where true{request.Having}
                """);
        }
        sql.Append($") as totals");
    }

    /// <summary>Selects each node that groups of the page have in a dimension.</summary>
    private void AppendNodes(SqlText sql, int dimension)
    {
        var number = RawSql.Number(dimension + 1);
        sql.Append($"\nunion all\nselect 0::bigint, {number}, ids.id, 0::bigint, 0::bigint, 0::bigint");
        for (var i = request.Dimensions.Count + request.Measures.Count; i > 0; i--) AppendNull(sql, SqlType.Bytes);
        for (var i = 0; i < request.Nodes.Count; i++)
        {
            if (i == dimension) sql.Append($", node.*");
            else foreach (var type in request.Nodes[i]?.Types ?? []) AppendNull(sql, type);
        }
        sql.Append($"\nfrom (select distinct page.k{number} as id from page where page.k{number} > 0) as ids\ncross join lateral (");
        request.Nodes[dimension]!.Append(sql, new("ids.id"));
        sql.Append($") as node");
    }

    private static void AppendNull(SqlText sql, string type)
    {
        sql.AppendWords(", null::");
        sql.AppendWords(type);
    }

    /// <summary>Selects the keys and the measures as arrays, see <see cref="ArrayBytes"/>.</summary>
    private void AppendColumns(SqlText sql, string order)
    {
        var columns = request.Dimensions.Select((_, i) => $"page.k{i + 1}")
            .Concat(request.Measures.Select(measure => $"{measure.Of("page")}::float8"));
        sql.Append($"{new RawSql(string.Join(", ", columns.Select(column => ArrayBytes.Aggregate(column + order))))}");
    }

    public override void Take(SqlRow row)
    {
        if (row.GetInt32(1) is > 0 and var part)
        {
            TakeNode(row, part - 1);
            return;
        }
        totals = (row.GetInt64(3), row.GetInt64(4), row.GetInt64(5));
        // Where there is no group, a row tells the totals alone.
        var isOfNone = row.IsDBNull(FirstKey);
        if (series is not null)
        {
            groups.Add(row.GetInt64(0), Complete(isOfNone ? null : row));
            totals.Groups = series.Count;
            return;
        }
        if (isOfNone) return;
        var keys = new GroupKey[readers.Length][];
        for (var i = 0; i < keys.Length; i++) keys[i] = readers[i].Read(row, FirstKey + i);
        groups.Add(row.GetInt64(0), ToRows(keys, i => ArrayBytes.ReadNumbers(row.GetFieldValue<byte[]>(FirstKey + keys.Length + i))));
    }

    private IReadOnlyList<PaperGroup> ToRows(GroupKey[][] keys, Func<int, double?[]> numbers)
    {
        var measures = new double?[Enum.GetValues<PaperGroupOrderField>().Length][];
        for (var i = 0; i < request.Measures.Count; i++) measures[(int)request.Measures[i].OrderBy] = numbers(i);
        var columns = new GroupColumns(request.Given, keys, measures)
        {
            IsOfTopics = request.Nodes is [{ Field: "topic" }, { Field: "topic" }],
        };
        return columns.ToRows();
    }

    /// <summary>The periods of a row, or those of nothing, completed.</summary>
    private IReadOnlyList<PaperGroup> Complete(SqlRow? row)
    {
        series!.Complete(
            row is { } days ? ArrayBytes.Read<DateOnly>(days.GetFieldValue<byte[]>(FirstKey)) : [],
            request.IsOfParents ? request.First : null);
        var first = request.IsOfParents ? series.Count : request.First;
        return ToRows([series.Keys(first)], i => series.Numbers(
            first,
            row is { } numbers ? ArrayBytes.ReadNumbers(numbers.GetFieldValue<byte[]>(FirstKey + 1 + i)) : [],
            request.Measures[i].NumberOfNone));
    }

    private void TakeNode(SqlRow row, int dimension)
    {
        var column = FirstKey + readers.Length + request.Measures.Count;
        for (var i = 0; i < dimension; i++) column += request.Nodes[i]?.Types.Count() ?? 0;
        var id = row.GetInt64(2);
        request.Nodes[dimension]!.Name((NodeKey)((GroupKeyReader<long>)readers[dimension]).Find(id), row, id, column);
    }

    public override object ValueFor(object parent)
    {
        if (request.IsOfParents)
            return groups.GetValueOrDefault(((Node)parent).Key) ?? (series is not null ? Complete(null) : NoRows);
        var told = groups.GetValueOrDefault(0, NoRows);
        return new PaperGroupTable(told, totals.Groups, totals.Papers - told.Sum(group => group.Papers), totals.Chosen);
    }

    public SqlFragment? Keys(string? name)
    {
        var nodes = request.Nodes.Index().Where(node => node.Item?.Field == (name == SecondTopic ? "topic" : name)).ToList();
        if (nodes.Count <= (name == SecondTopic ? 1 : 0)) return null;
        var part = RawSql.Number(nodes[name == SecondTopic ? 1 : 0].Index + 1);
        return sql =>
        {
            sql.Append($"select found.id from ");
            sql.AppendRowsOf(this);
            sql.Append($" as found(parent, part, id) where found.part = {part}");
        };
    }

    private static GroupKeyReader[] CreateReaders(GroupRequest request) =>
        [.. request.Dimensions.Select(dimension => dimension.CreateReader())];
}
