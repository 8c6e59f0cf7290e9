using PaperGraph.Graph.Arguments;
using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Sql;
using PaperGraph.Model;

namespace PaperGraph.Graph.Results;

/// <summary>
/// The conditions on a result, all of which have to hold of one. Names of leaderboards are compared as <see cref="NameKey"/> does.
/// </summary>
internal sealed record ResultFilter(
    string? Task, string? Dataset, string? Metric, string? Model, bool? HasCode, bool? UsesAdditionalData) : IFilter
{
    /// <summary>The conditions on a result whose row is <c>e</c>.</summary>
    public SqlFragment Compile(FilterScope scope, ArgumentPath at) => Compile(scope, at, "e");

    /// <param name="row">The alias of the result's row.</param>
    public SqlFragment Compile(FilterScope scope, ArgumentPath at, string row)
    {
        var leaderboard = new LeaderboardFilter(Task, Dataset, Metric, MinResults: null).Compile(scope, at);
        var isOfLeaderboard = (Task ?? Dataset ?? Metric) is not null;
        var model = scope.NamePart(Model, at.Field("model"));
        var result = new RawSql(row);
        return sql =>
        {
            if (isOfLeaderboard)
                sql.Append($"\n    and {result}.leaderboard_id in (select b.id from leaderboards b where true{leaderboard})");
            if (model is not null) sql.Append($"\n    and {result}.model ilike {model}");
            if (HasCode is { } hasCode) sql.Append($"\n    and ({result}.code_url is not null) = {hasCode}");
            if (UsesAdditionalData is { } uses) sql.Append($"\n    and {result}.uses_additional_data = {uses}");
        };
    }
}
