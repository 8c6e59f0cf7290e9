using PaperGraph.Graph.Arguments;
using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Sql;
using PaperGraph.GraphQL.Execution;

namespace PaperGraph.Graph.Network;

/// <summary>The ids of the papers that a filter chooses, many in a row.</summary>
internal sealed class FilteredPapersQuery : SqlQuery
{
    /// <summary>Of more, some 16 MB would be read for one request.</summary>
    private const int MaxPapers = 2_000_000;

    private readonly CompiledFilter filter;

    private readonly List<long[]> papers = [];

    public FilteredPapersQuery(CompiledFilter filter) => (this.filter, Guard) = (filter, filter.Guard);

    public override bool NeedsOwnPlan => filter.NeedsOwnPlan;

    public override IEnumerable<string> Types => [SqlType.Bigints];

    public override void Clear() => papers.Clear();

    public override void Write(SqlText sql) => sql.Append($"""
        select array_agg(chosen.id)
        from (select p.id from papers p where true{filter.Where} limit {RawSql.Number(MaxPapers + 1)}) as chosen(id)
        group by chosen.id / 8192
        """);

    public override void Take(SqlRow row) => papers.Add(row.GetFieldValue<long[]>(0));

    public override object ValueFor(object parent) => papers;

    /// <summary>The ids, when it has run.</summary>
    /// <exception cref="FieldFailureException">They are too many.</exception>
    public IEnumerable<long> Papers => papers.Sum(ids => ids.Length) <= MaxPapers
        ? papers.SelectMany(ids => ids)
        : throw BadArgument.Create(new ArgumentPath("where"), $"chooses more than {MaxPapers} papers; choose fewer, or leave it out.");
}
