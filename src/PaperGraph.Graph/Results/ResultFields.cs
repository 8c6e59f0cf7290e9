using PaperGraph.Graph.Arguments;
using PaperGraph.Graph.Concepts;
using PaperGraph.Graph.Connections;
using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Nodes;
using PaperGraph.Graph.Paging;
using PaperGraph.Graph.Papers;
using PaperGraph.Graph.Sql;
using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Execution;
using PaperGraph.Model;
using PaperGraph.Model.Results;

namespace PaperGraph.Graph.Results;

internal static class ResultFields
{
    private static readonly ListStatement OfPapers = new ListStatement(
        new("results e"),
        new("e.id"),
        new("e.paper_id = parents.parent"),
        Filter: null,
        [OrderTerm.Create<long>("id", "e.id", descending: false)]).WithOwnArms();

    /// <summary>The best first, as the leaderboards' own direction says: an index has them so.</summary>
    private static readonly RankedResults ByOwnDirection = new(
        OfLeaderboards([OrderTerm.Create<double>("goodness", "e.goodness", descending: true)]).WithOwnArms(),
        RankedResultEdge.ByOwnDirection);

    private static readonly RankedResults HighestFirst = InDirection(MetricDirection.HigherIsBetter, "highest", "e.measure");

    private static readonly RankedResults LowestFirst = InDirection(MetricDirection.LowerIsBetter, "lowest", "-e.measure");

    public static FieldBindings BindResults(this FieldBindings bindings) => bindings
        .Type<Result>("Result")
        .Connection<Edge>("Result")
        .Connection<RankedResultEdge>("RankedResult")
        .Type<Leaderboard>("Leaderboard")
        .Connection<Edge>("Leaderboard")
        .Enum<MetricDirection>("MetricDirection")
        .Enum<MetricDirectionBasis>("MetricDirectionBasis")
        .Enum<LeaderboardOrderField>("LeaderboardOrderField")
        .Input<LeaderboardFilter>("LeaderboardFilter")
        .Input<ResultFilter>("ResultFilter")
        .Input<LeaderboardOrder>("LeaderboardOrder")
        .Data("Query.leaderboard", Lookup)
        .Data("Query.leaderboards", field => Lists.Create(field, Leaderboard.Entity, new ListStatement(
            new("leaderboards b"),
            new("b.id"),
            Belongs: null,
            CompiledFilter.From<LeaderboardFilter>(field),
            LeaderboardOrder.Terms(field.Argument<IReadOnlyList<LeaderboardOrder>?>("orderBy")))))
        .Data("Leaderboard.results", field => Ranked(field.Argument<MetricDirection?>("direction")).Create(field))
        .Data("Leaderboard.taskConcept", field => ConceptCalled(field, "task", ConceptKind.Task))
        .Data("Leaderboard.datasetConcept", field => ConceptCalled(field, "dataset", ConceptKind.Dataset))
        .Data("Leaderboard.metricConcept", field => ConceptCalled(field, "metric", ConceptKind.Metric))
        .Data("Result.paper", field => DirectNodes.One(field, Paper.Entity, "results x", "x.id", "x.paper_id"))
        .Data("Result.leaderboard", field => DirectNodes.One(field, Leaderboard.Entity, "results x", "x.id", "x.leaderboard_id"))
        .Data("Paper.results", field => Lists.Create(field, Result.Entity, Filtered(field, OfPapers)));

    private static LookupQuery<Leaderboard> Lookup(FieldContext field)
    {
        string Name(string argument) => TextArgument.Checked(field.Argument<string>(argument), new ArgumentPath(argument), TextLimits.Name);

        var asked = new AskedLeaderboard(
            Name("task"), Name("dataset"), field.Argument<string?>("metric") is null ? null : Name("metric"));
        return new LookupQuery<Leaderboard>(
            field.Field.Memo(nameof(SelectedColumns<>), _ => Leaderboard.Entity.Select(field.Selection.Names)),
            asked.Condition("b"),
            sql => sql.Append($"b.result_count desc, b.direction = 'HIGHER_IS_BETTER' desc, b.metric_key"))
        {
            Guard = new UnknownLeaderboardQuery(asked),
        };
    }

    private static ListStatement Filtered(FieldContext field, ListStatement list) =>
        CompiledFilter.From<ResultFilter>(field) is { } filter ? list with { Filter = filter } : list;

    private static RankedResults Ranked(MetricDirection? asked) => asked switch
    {
        null => ByOwnDirection,
        MetricDirection.HigherIsBetter => HighestFirst,
        _ => LowestFirst,
    };

    /// <summary>The concept of a kind that has the name; of several, that of the most papers.</summary>
    private static DataRequest ConceptCalled(FieldContext field, string column, ConceptKind kind) => DirectNodes.One(
        field,
        Concept.Entity,
        $"""
        (leaderboards x
          cross join lateral (
            select y.id
            from search_names s
            join concepts y on y.id = s.target_id
            where s.kind = 'CONCEPT'
              and s.is_whole
              and s.key = left(search_key(x.{column}), 120) collate "C"
              and y.kind = '{EnumName.For(kind)}'
            order by y.paper_count desc, y.id
            limit 1) as named)
        """,
        "x.id",
        "named.id");

    private static ListStatement OfLeaderboards(IReadOnlyList<OrderTerm> order) => new(
        new("results e"),
        new("e.id"),
        new("e.leaderboard_id = parents.parent"),
        Filter: null,
        TotalOrder.Create(order, "e.id"));

    /// <summary>
    /// The best first, as one direction says. The index of goodness has them so where that is a leaderboard's own direction; where it is
    /// not, it has them the other way round, with what has no number at the wrong end.
    /// </summary>
    /// <param name="name">The name of the order in cursors.</param>
    /// <param name="measure">What is compared; the greatest is the best.</param>
    private static RankedResults InDirection(MetricDirection direction, string name, string measure)
    {
        const string Unknown = "double precision '-infinity'";
        string IsOwn(string leaderboard) =>
            $"(select b.direction = '{EnumName.For(direction)}' from leaderboards b where b.id = {leaderboard})";

        var list = OfLeaderboards([OrderTerm.Create<double>(name, $"coalesce({measure}, {Unknown})", descending: true)]);
        var term = list.Order[0] with { Unknown = new UnknownLast(new("e.goodness"), Unknown, Unknown) };
        ListArm Arm(string condition, params OrderTerm[] order) => new(
            list.From, list.NodeKey, new RawSql($"{list.Belongs!.Value.Text}\n    and {condition}"), order);

        var (known, unknown, id) = (term.WithExpression(new("e.goodness")), term.WithExpression(new(Unknown)), list.Order[1]);
        var isOwn = IsOwn("parents.parent");
        return new RankedResults(
            list with
            {
                Arms =
                [
                    Arm(isOwn, known, id),
                    Arm($"not {isOwn}\n    and e.goodness > {Unknown}", known.Turned(), id.Turned()),
                    Arm($"not {isOwn}\n    and e.goodness = {Unknown}", unknown, id),
                ],
            },
            RankedResultEdge.By(IsOwn("e.leaderboard_id")));
    }

    private sealed record RankedResults(ListStatement List, EdgeColumns<RankedResultEdge> Columns)
    {
        public DataRequest Create(FieldContext field) => Lists.Create(field, Result.Entity, Filtered(field, List), Columns);
    }
}
