using PaperGraph.Graph.Connections;
using PaperGraph.Graph.Nodes;

namespace PaperGraph.Graph.Results;

/// <summary>What a table says that a model of a paper has reached.</summary>
internal sealed class Result : Node
{
    public string Task { get; set; } = "";

    public string Dataset { get; set; } = "";

    public string Metric { get; set; } = "";

    public string Value { get; set; } = "";

    public double? Measure { get; set; }

    public string? Model { get; set; }

    public bool? UsesAdditionalData { get; set; }

    public string? CodeUrl { get; set; }

    public string Source { get; set; } = "";

    public string? SourceUrl { get; set; }

    public static Entity<Result> Entity { get; } = new Entity<Result>("results", "z")
        .Column<string>("task", "z.task", (result, value) => result.Task = value)
        .Column<string>("dataset", "z.dataset", (result, value) => result.Dataset = value)
        .Column<string>("metric", "z.metric", (result, value) => result.Metric = value)
        .Column<string>("value", "z.value", (result, value) => result.Value = value)
        .Column<double>("measure", "z.measure", (result, value) => result.Measure = value)
        .Column<string>("model", "z.model", (result, value) => result.Model = value)
        .Column<bool>("usesAdditionalData", "z.uses_additional_data", (result, value) => result.UsesAdditionalData = value)
        .Column<string>("codeUrl", "z.code_url", (result, value) => result.CodeUrl = value)
        .Column<string>("source", "z.source", (result, value) => result.Source = value)
        .Column<string>("sourceUrl", "z.source_url", (result, value) => result.SourceUrl = value);
}

/// <summary>A result's place on its leaderboard.</summary>
internal sealed class RankedResultEdge : Edge
{
    /// <summary>Null where the result has no number to compare.</summary>
    public int? Rank { get; set; }

    /// <summary>Ranks by the leaderboards' own direction.</summary>
    public static EdgeColumns<RankedResultEdge> ByOwnDirection { get; } = Columns(Count("better.goodness > e.goodness"));

    /// <summary>Ranks by one direction, whichever the leaderboards have.</summary>
    /// <param name="isOwn">The condition that it is the leaderboard's own.</param>
    public static EdgeColumns<RankedResultEdge> By(string isOwn) => Columns($"""
        case when {isOwn} then {Count("better.goodness > e.goodness")}
                  else {Count("better.goodness < e.goodness and better.goodness > '-infinity'")} end
        """);

    private static string Count(string isBetter) => $"""
        (
                  select 1 + count(*)::integer
                  from results better
                  where better.leaderboard_id = e.leaderboard_id and {isBetter})
        """;

    private static EdgeColumns<RankedResultEdge> Columns(string place) => new EdgeColumns<RankedResultEdge>()
        .Column<int>(
            "rank",
            $"case when e.measure is not null then {place} end",
            (edge, rank) => edge.Rank = rank);
}
