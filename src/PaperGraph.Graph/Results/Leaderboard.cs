using PaperGraph.Graph.Arguments;
using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Nodes;
using PaperGraph.Graph.Paging;
using PaperGraph.Graph.Sql;
using PaperGraph.Model;
using PaperGraph.Model.Results;

namespace PaperGraph.Graph.Results;

/// <summary>The results on one dataset of a task by one metric.</summary>
internal sealed class Leaderboard : Node
{
    public string Task { get; set; } = "";

    public string Dataset { get; set; } = "";

    public string Metric { get; set; } = "";

    public MetricDirection Direction { get; set; }

    public MetricDirectionBasis DirectionBasis { get; set; }

    public int ResultCount { get; set; }

    public int PaperCount { get; set; }

    public static Entity<Leaderboard> Entity { get; } = new Entity<Leaderboard>("leaderboards", "b")
        .Column<string>("task", "b.task", (board, value) => board.Task = value)
        .Column<string>("dataset", "b.dataset", (board, value) => board.Dataset = value)
        .Column<string>("metric", "b.metric", (board, value) => board.Metric = value)
        .Column<string>("direction", "b.direction", (board, value) => board.Direction = EnumName.Parse<MetricDirection>(value))
        .Column<string>(
            "directionBasis", "b.direction_basis", (board, value) => board.DirectionBasis = EnumName.Parse<MetricDirectionBasis>(value))
        .Column<int>("resultCount", "b.result_count", (board, value) => board.ResultCount = value)
        .Column<int>("paperCount", "b.paper_count", (board, value) => board.PaperCount = value);
}

/// <summary>The conditions on a leaderboard, whose row is <c>b</c>. Names are compared as <see cref="NameKey"/> does.</summary>
internal sealed record LeaderboardFilter(string? Task, string? Dataset, string? Metric, int? MinResults) : IFilter
{
    public SqlFragment Compile(FilterScope scope, ArgumentPath at)
    {
        string? Key(string? name, string field) =>
            name is null ? null : NameKey.Create(TextArgument.Checked(name, at.Field(field), TextLimits.Name));

        var (task, dataset, metric) = (Key(Task, "task"), Key(Dataset, "dataset"), Key(Metric, "metric"));
        return sql =>
        {
            if (task is not null) sql.Append($"\n    and b.task_key = {task}");
            if (dataset is not null) sql.Append($"\n    and b.dataset_key = {dataset}");
            if (metric is not null) sql.Append($"\n    and b.metric_key = {metric}");
            if (MinResults is { } results) sql.Append($"\n    and b.result_count >= {results}");
        };
    }
}

internal enum LeaderboardOrderField
{
    ResultCount,
    PaperCount,
    Name,
}

internal sealed record LeaderboardOrder(LeaderboardOrderField By, OrderDirection Direction)
{
    private static readonly IReadOnlyList<LeaderboardOrder> MostResultsFirst =
        [new(LeaderboardOrderField.ResultCount, OrderDirection.Desc)];

    /// <summary>A total order; those of the most results first where none is asked for.</summary>
    public static IReadOnlyList<OrderTerm> Terms(IReadOnlyList<LeaderboardOrder>? orders) =>
        TotalOrder.Create(
            [.. TotalOrder.Requested(orders, MostResultsFirst, order => order.By).SelectMany(order => order.Terms())], "b.id");

    private IEnumerable<OrderTerm> Terms()
    {
        var descending = Direction == OrderDirection.Desc;
        return By switch
        {
            LeaderboardOrderField.ResultCount => [OrderTerm.Create<int>("results", "b.result_count", descending)],
            LeaderboardOrderField.PaperCount => [OrderTerm.Create<int>("papers", "b.paper_count", descending)],
            LeaderboardOrderField.Name =>
            [
                OrderTerm.Create<string>("task", "b.task_key", descending),
                OrderTerm.Create<string>("dataset", "b.dataset_key", descending),
                OrderTerm.Create<string>("metric", "b.metric_key", descending),
            ],
            _ => throw new InvalidOperationException($"There is no order by {By}."),
        };
    }
}
