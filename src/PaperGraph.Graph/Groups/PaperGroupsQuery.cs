using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Nodes;
using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph.Groups;

/// <summary>Groups of papers with what is counted of them, in one statement: for all, or for each parent.</summary>
/// <param name="papers">What is grouped.</param>
/// <param name="request">What is asked for.</param>
/// <param name="needsOwnPlan">See <see cref="CompiledFilter.NeedsOwnPlan"/>.</param>
internal sealed class PaperGroupsQuery(ChosenPapers papers, GroupRequest request, bool needsOwnPlan) : SqlQuery, IKeySource
{
    /// <summary>The field of a group with the topic of its second dimension, where that of the first is one too.</summary>
    public const string SecondTopic = "topic2";

    private const int FirstKey = 4;

    private static readonly IReadOnlyList<PaperGroup> NoRows = [];

    private readonly Dictionary<long, List<PaperGroup>> rows = [];

    private readonly StoredGroups? counts = StoredGroups.From(papers, request);

    private (long Groups, long Papers, long Chosen) totals;

    private int KeyCount => request.Dimensions.Count;

    public override bool NeedsOwnPlan => needsOwnPlan;

    public override IEnumerable<string> Types =>
    [
        SqlType.Bigint, SqlType.Bigint, SqlType.Bigint, SqlType.Bigint,
        .. request.Dimensions.Select(dimension => dimension.KeyType),
        .. request.Measures.Select(_ => SqlType.Double),
        .. request.Nodes.SelectMany(node => node?.Types ?? []),
    ];

    public override void Clear()
    {
        rows.Clear();
        totals = default;
    }

    public override void Write(SqlText sql)
    {
        var stored = StoredPage.From(papers, request, counts);
        sql.Append($"with ");
        if (stored is not null) stored.AppendTables(sql);
        else new GroupedPapers(papers, request, counts).Append(sql);
        if (request.IsOfParents) AppendOfParents(sql);
        else AppendPage(sql, stored);
    }

    /// <summary>The first groups in their order, beside what is counted of all: one row where there is no group.</summary>
    private void AppendPage(SqlText sql, StoredPage? stored)
    {
        sql.Append($"select 0::bigint, totals.groups, totals.papers, ");
        if (!request.HasPaperCount) sql.Append($"0::bigint");
        else if (counts is null) sql.Append($"(select count(*) from chosen)");
        else counts.AppendPaperCount(sql);
        AppendSelected(sql, "page");
        sql.Append($"\nfrom (\n  ");
        if (stored is not null) stored.AppendTotals(sql);
        else
        {
            sql.Append($"""
                select count(*) as groups, coalesce(sum(g.m_papers), 0)::bigint as papers from every g where true{request.Having}
                """);
        }
        sql.Append($") as totals\nleft join (\n  ");
        if (stored is null) sql.Append($"select g.* from every g where true{request.Having}");
        else
        {
            sql.Append($"select g.* from (\n  ");
            stored.AppendRows(sql);
            sql.Append($") as g");
        }
        sql.Append($"""

              order by {request.Order("g")}
              limit {RawSql.Number(request.First)}) as page on true
            """);
        AppendNodes(sql, "page");
        sql.Append($"\norder by {request.Order("page")}");
    }

    /// <summary>The last periods of each parent, the earliest first, and behind them the papers of which none is known.</summary>
    private void AppendOfParents(SqlText sql)
    {
        var period = request.Dimensions[0].Order("g.k1");
        sql.Append($"select page.parent, 0::bigint, 0::bigint, 0::bigint");
        AppendSelected(sql, "page");
        sql.Append($"""

            from (
              select g.*, {new RawSql(period)} is null as is_unknown,
                row_number() over (partition by g.parent order by {new RawSql(period)} desc nulls last) as place
              from every g) as page
            """);
        AppendNodes(sql, "page");
        sql.Append($"\nwhere page.is_unknown or page.place <= {RawSql.Number(request.First)}");
        sql.Append($"\norder by page.parent, page.is_unknown, page.place desc");
    }

    private void AppendSelected(SqlText sql, string alias)
    {
        for (var i = 1; i <= KeyCount; i++) sql.Append($", {new RawSql($"{alias}.k{i}")}");
        foreach (var measure in request.Measures) sql.Append($", {new RawSql(measure.Of(alias))}::float8");
        for (var i = 0; i < request.Nodes.Count; i++)
            if (request.Nodes[i] is not null) sql.Append($", {new RawSql($"n{i + 1}.*")}");
    }

    private void AppendNodes(SqlText sql, string alias)
    {
        for (var i = 0; i < request.Nodes.Count; i++)
        {
            if (request.Nodes[i] is not { } node) continue;
            sql.Append($"\nleft join lateral (");
            node.Append(sql, new($"{alias}.k{i + 1}"));
            sql.Append($") as {new RawSql($"n{i + 1}")} on true");
        }
    }

    public override void Take(SqlRow row)
    {
        totals = (row.GetInt64(1), row.GetInt64(2), row.GetInt64(3));
        // Where there is no group, one row tells the counts alone.
        if (row.IsDBNull(FirstKey)) return;

        var keys = new GroupKey[KeyCount];
        var nodes = new Node?[KeyCount];
        var column = FirstKey + KeyCount + request.Measures.Count;
        for (var i = 0; i < KeyCount; i++)
        {
            keys[i] = request.Dimensions[i].Read(row, FirstKey + i, column);
            if (request.Nodes[i] is not { } node) continue;
            if (!keys[i].IsUnknown) nodes[i] = node.Read(row, row.GetInt64(FirstKey + i), column);
            column += node.Types.Count();
        }
        var group = new PaperGroup(request.Where, keys, nodes);
        for (var i = 0; i < request.Measures.Count; i++)
        {
            var value = FirstKey + KeyCount + i;
            request.Measures[i].Set(group, row.IsDBNull(value) ? null : row.GetFieldValue<double>(value));
        }
        var parent = row.GetInt64(0);
        if (!rows.TryGetValue(parent, out var list)) rows.Add(parent, list = []);
        list.Add(group);
    }

    public override object ValueFor(object parent)
    {
        if (request.IsOfParents) return rows.TryGetValue(((Node)parent).Key, out var periods) ? periods : NoRows;
        var told = rows.GetValueOrDefault(0) ?? NoRows;
        return new PaperGroupTable(told, totals.Groups, totals.Papers - told.Sum(group => group.Papers), totals.Chosen);
    }

    public SqlFragment? Keys(string? name)
    {
        var nodes = request.Nodes.Index().Where(node => node.Item?.Field == (name == SecondTopic ? "topic" : name)).ToList();
        if (nodes.Count <= (name == SecondTopic ? 1 : 0)) return null;
        var key = new RawSql($"k{nodes[name == SecondTopic ? 1 : 0].Index + 1}");
        var keys = string.Join(", ", Enumerable.Range(1, KeyCount).Select(i => $"k{i}"));
        return sql =>
        {
            sql.Append($"select distinct found.{key} as id from ");
            sql.AppendRowsOf(this);
            sql.Append($" as found(parent, groups, papers, chosen, {new RawSql(keys)}) where found.{key} > 0");
        };
    }
}
