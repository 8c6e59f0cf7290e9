using PaperGraph.Graph.Arguments;
using PaperGraph.Graph.Sql;
using PaperGraph.GraphQL.Validation;
using PaperGraph.Model;

namespace PaperGraph.Graph.Results;

/// <summary>What somebody calls a leaderboard by.</summary>
/// <param name="Metric">Null for the metric of the most results.</param>
internal sealed record AskedLeaderboard(string Task, string Dataset, string? Metric)
{
    public string TaskKey { get; } = NameKey.Create(Task);

    public string DatasetKey { get; } = NameKey.Create(Dataset);

    public string? MetricKey { get; } = Metric is null ? null : NameKey.Create(Metric);

    /// <summary>That a leaderboard, by its alias, is the one.</summary>
    public SqlFragment Condition(string alias) => sql =>
    {
        sql.Append($"{new RawSql(alias)}.task_key = {TaskKey} and {new RawSql(alias)}.dataset_key = {DatasetKey}");
        if (MetricKey is not null) sql.Append($" and {new RawSql(alias)}.metric_key = {MetricKey}");
    };
}

/// <summary>
/// Fails where there is no such leaderboard, with those that there are: the datasets of the task, or the metrics of the dataset. Goes out
/// beside the query for the leaderboard.
/// </summary>
internal sealed class UnknownLeaderboardQuery(AskedLeaderboard asked) : SqlQuery
{
    private const int MaxNames = 500;

    private const int MaxTold = 5;

    public override IEnumerable<string> Types => [SqlType.Text, SqlType.Texts];

    public override void Clear() => Failure = null;

    public override void Write(SqlText sql) => sql.Append($"""
        select known.what, case known.what
          when 'task' then array(
            select min(l.task) from leaderboards l
            group by l.task_key
            order by left(l.task_key, 2) = left({asked.TaskKey}, 2) or right(l.task_key, 4) = right({asked.TaskKey}, 4) desc,
              sum(l.result_count) desc, 1
            limit {RawSql.Number(MaxNames)})
          when 'dataset' then array(
            select min(l.dataset) from leaderboards l where l.task_key = {asked.TaskKey}
            group by l.dataset_key order by sum(l.result_count) desc, 1 limit {RawSql.Number(MaxNames)})
          else array(
            select l.metric from leaderboards l where l.task_key = {asked.TaskKey} and l.dataset_key = {asked.DatasetKey}
            order by l.result_count desc, 1 limit {RawSql.Number(MaxNames)})
          end
        from (
          select case
            when not exists (select from leaderboards l where l.task_key = {asked.TaskKey}) then 'task'
            when not exists (
              select from leaderboards l where l.task_key = {asked.TaskKey} and l.dataset_key = {asked.DatasetKey}) then 'dataset'
            else 'metric' end
          where not exists (select from leaderboards l where {asked.Condition("l")})) as known(what)
        """);

    public override void Take(SqlRow row)
    {
        var (what, known) = (row.GetString(0), row.GetFieldValue<string[]>(1));
        var given = what switch
        {
            "task" => asked.Task,
            "dataset" => asked.Dataset,
            _ => asked.Metric ?? "",
        };
        var similar = DidYouMean.Nearest(given, known);
        var others = similar.Count > 0 || known.Length == 0 ? "" : $" There are {Told(known)}.";
        Failure = BadArgument.Create(
            new ArgumentPath(what),
            $"names no {what} of {Whose(what)}: {TextArgument.Quoted(given)}.{DidYouMean.Quoted(similar)}{others}"
            + " `leaderboards` lists all.",
            similar.Count > 0 ? similar : [.. known.Take(MaxTold)]);
    }

    public override object? ValueFor(object parent) => throw new NotSupportedException("The query has no values; it fails, or nothing.");

    private string Whose(string what) => what switch
    {
        "task" => "a leaderboard",
        "dataset" => $"a leaderboard of {TextArgument.Quoted(asked.Task)}",
        _ => $"a leaderboard of {TextArgument.Quoted(asked.Task)} on {TextArgument.Quoted(asked.Dataset)}",
    };

    private static string Told(string[] known) => known.Length <= MaxTold
        ? string.Join(", ", known)
        : $"{string.Join(", ", known.Take(MaxTold))} and more";
}
