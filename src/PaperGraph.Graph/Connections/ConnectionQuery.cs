using PaperGraph.Graph.History;
using PaperGraph.Graph.Nodes;
using PaperGraph.Graph.Paging;
using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph.Connections;

/// <summary>The query behind a connection, from which those of its count and of its edges are made.</summary>
internal interface IConnectionQuery
{
    ListStatement List { get; }

    PageArguments Page { get; }

    /// <summary>A select of the parents' ids; null for a list of its own.</summary>
    SqlFragment? Parents { get; }

    /// <summary>Whether its rows have the lengths of its lists, so that these need not be asked for.</summary>
    bool HasCount { get; }

    /// <summary>The query for the lengths of its lists, which several fields may ask for.</summary>
    CountQuery Count { get; }
}

/// <summary>One page of the lists of all parents, in one statement.</summary>
/// <param name="list">The statement that the lists are read by.</param>
/// <param name="parents">A select of the parents' ids; null for a list of its own.</param>
/// <param name="page">The page to read.</param>
/// <param name="selected">What the request selects of the connection; its edge columns are the list's.</param>
internal sealed class ConnectionQuery<TNode, TEdge>(
    ListStatement list,
    SqlFragment? parents,
    PageArguments page,
    ConnectionSelection<TNode, TEdge> selected) : SqlQuery, IConnectionQuery, IKeySource, IPairSource, IAsOf
    where TNode : Node, new()
    where TEdge : Edge, new()
{
    private static readonly RawSql PageColumns = new("page.parent, page.node");

    private static readonly RawSql CountedColumns = new("0::bigint, page.node, counted.rows, counted.is_estimate");

    /// <summary>The list of the first parent that was met: most often there is no other.</summary>
    private Connection? first;

    /// <summary>Those of all other parents.</summary>
    private Dictionary<long, Connection>? others;

    private readonly SelectedColumns<TNode> columns = selected.Columns;

    public ListStatement List => list;

    public DateTime? AsOf => list.AsOf;

    public PageArguments Page => page;

    public SqlFragment? Parents => parents;

    public bool HasCount { get; } = selected is { HasRows: true, HasCount: true } && list.Together is not null;

    public CountQuery Count => field ??= new CountQuery(this);

    /// <summary>False where the lists' lengths are all that is asked for.</summary>
    public override bool IsNeeded => selected.HasRows;

    public override bool NeedsOwnPlan => (list.Filter?.IsSearch == true && !HasCount) || list.Filter?.HasNamePart == true;

    private IEnumerable<string> CountTypes => HasCount ? [SqlType.Bigint, SqlType.Boolean] : [];

    /// <summary>The terms of the order whose values are read, for cursors.</summary>
    private IReadOnlyList<OrderTerm> ReadOrder => selected.HasCursors ? list.Order : [];

    public override IEnumerable<string> Types => !HasCount && !selected.HasCursors ? selected.PlainTypes :
    [
        SqlType.Bigint, SqlType.Bigint, .. CountTypes, .. ReadOrder.Select(term => term.Type), .. selected.EdgeColumns.Types,
        .. columns.Types,
    ];

    public SqlFragment? Pairs => sql => AppendDistinct(sql, new("parent, page.node"));

    public SqlFragment? Keys(string? name) => name != KeyNames.Node ? null : sql => AppendDistinct(sql, new("node as id"));

    public override void Write(SqlText sql)
    {
        if (HasCount) list.Together!.AppendFound(sql, list);
        sql.Append($"select {(HasCount ? CountedColumns : PageColumns)}");
        for (var i = 0; i < ReadOrder.Count; i++) AppendColumn(SqlNames.Order(i));
        for (var i = 0; i < list.EdgeColumns.Count; i++) AppendColumn(SqlNames.Edge(i));
        sql.Append($"{columns.Words}\nfrom ");
        var limit = selected.HasMore ? page.Size + 1 : page.Size;
        if (HasCount)
        {
            sql.Append($"counted\nleft join ");
            list.Together!.AppendPage(sql, list, page, limit);
            sql.Append($" on true");
        }
        else
        {
            list.AppendPages(sql, parents, page, limit);
        }
        if (!columns.None)
            sql.Append($"\n{new RawSql(HasCount ? "left " : "")}join {columns.Entity.Table} on {columns.Entity.Key} = page.node");
        if (list.AsOf is { } time) sql.Append($"{History.AsOf.Beside(time)}");
        sql.Append($"\norder by page.parent, ");
        Keyset.AppendOuterOrder(sql, list.Order, "page", page.Backward);

        void AppendColumn(string name)
        {
            sql.AppendWords(", page.");
            sql.AppendWords(name);
        }
    }

    /// <summary>From the rows of this query where they are part of the statement; else the pages are read again.</summary>
    private void AppendDistinct(SqlText sql, RawSql columns)
    {
        sql.Append($"select distinct page.{columns}\nfrom ");
        if (sql.RowsOf(this) is { } rows) sql.Append($"{rows} as page(parent, node)\nwhere page.node is not null");
        else list.AppendPages(sql, parents, page, page.Size);
    }

    public override void Clear()
    {
        (first, others) = (null, null);
        Count.Clear();
    }

    public override void Take(SqlRow row)
    {
        if (HasCount) Count.Take(row, 2);
        // A page without rows has one that tells the length alone.
        if (row.IsDBNull(1)) return;

        var connection = GetOrAddConnection(row.GetInt64(0));
        var column = HasCount ? 4 : 2;
        if (!selected.HasEdges)
        {
            connection.Add(columns.Read(row, row.GetInt64(1), column + list.EdgeColumns.Count));
            return;
        }
        var edge = new TEdge { Parent = connection.Parent, Order = list.Order };
        if (selected.HasCursors)
        {
            edge.OrderValues = new string[list.Order.Count];
            for (var i = 0; i < list.Order.Count; i++) edge.OrderValues[i] = list.Order[i].Read(row, column + i);
        }
        column += ReadOrder.Count;
        selected.EdgeColumns.Read(edge, row, column);
        edge.Node = columns.Read(row, row.GetInt64(1), column + list.EdgeColumns.Count);
        connection.Add(edge);
    }

    public override object ValueFor(object parent)
    {
        var connection = GetOrAddConnection(list.Belongs is null ? 0 : ((Node)parent).Key);
        connection.Complete();
        return connection;
    }

    private Connection GetOrAddConnection(long parent)
    {
        first ??= new Connection(page, parent, this);
        if (first.Parent == parent) return first;
        others ??= [];
        if (!others.TryGetValue(parent, out var connection)) others.Add(parent, connection = new Connection(page, parent, this));
        return connection;
    }
}
