using Npgsql;
using PaperGraph.Data.Bulk;
using PaperGraph.Data.Papers;
using PaperGraph.Model;

namespace PaperGraph.Data.Results;

/// <summary>
/// Makes the results of the papers in <c>affected_papers</c> what their listings say, and keeps <c>leaderboards</c> what the results say:
/// a leaderboard comes with its first result and goes with its last. A result that is stated as before stays the row that it is.
/// </summary>
internal static class ResultMerge
{
    private static readonly StagingTable<Row> Stated = new StagingTable<Row>("stated_results")
        .With("paper_id", "bigint", row => row.PaperId)
        .With("task_key", "text", row => row.Key.Task)
        .With("dataset_key", "text", row => row.Key.Dataset)
        .With("metric_key", "text", row => row.Key.Metric)
        .With("direction", "text", row => EnumName.For(row.Result.Better.Direction))
        .With("direction_basis", "text", row => EnumName.For(row.Result.Better.Basis))
        .With("leaderboard_id", "bigint", _ => (long?)null)
        .With("model", "text", row => row.Result.Stated.Model)
        .With("value", "text", row => row.Key.Value)
        .With("task", "text", row => row.Result.Stated.Task)
        .With("dataset", "text", row => row.Result.Stated.Dataset)
        .With("metric", "text", row => row.Result.Stated.Metric)
        .With("measure", "double precision", row => row.Result.Measure)
        .With("goodness", "double precision", row => row.Result.Goodness)
        .With("uses_additional_data", "boolean", row => row.Result.Stated.UsesAdditionalData)
        .With("code_url", "text", row => row.Result.Stated.CodeUrl)
        .With("source", "text", row => row.Result.Source)
        .With("source_url", "text", row => row.Result.Stated.TableUrl);

    /// <summary>What a result is told from the others by.</summary>
    private const string Same = """
        (r.paper_id, r.leaderboard_id, r.value) = (s.paper_id, s.leaderboard_id, s.value) and r.model is not distinct from s.model
        """;

    private static readonly ColumnList Columns = Stated.ColumnsWithout(
        "paper_id", "task_key", "dataset_key", "metric_key", "direction", "direction_basis", "leaderboard_id", "model", "value");

    private const string Begin = """
        create temporary table if not exists changed_leaderboards (id bigint);
        truncate changed_leaderboards
        """;

    private const string InsertLeaderboards = """
        insert into leaderboards (
            task, dataset, metric, task_key, dataset_key, metric_key, direction, direction_basis, result_count, paper_count)
        select distinct on (task_key, dataset_key, metric_key)
            task, dataset, metric, task_key, dataset_key, metric_key, direction, direction_basis, 0, 0
        from stated_results
        order by task_key, dataset_key, metric_key, task collate "C", dataset collate "C", metric collate "C"
        on conflict (task_key, dataset_key, metric_key) do update
        set direction = excluded.direction, direction_basis = excluded.direction_basis
        where (leaderboards.direction, leaderboards.direction_basis) is distinct from (excluded.direction, excluded.direction_basis)
        """;

    private const string Place = """
        update stated_results s
        set leaderboard_id = l.id
        from leaderboards l
        where (l.task_key, l.dataset_key, l.metric_key) = (s.task_key, s.dataset_key, s.metric_key)
        """;

    // Some papers have a result on hundreds of leaderboards. What is stated of them is not to be compared with all that is stored of them,
    // which a plan does that reckons with few results of a paper.
    private const string ByHash = "set local enable_nestloop = off";
    private const string AsUsual = "set local enable_nestloop to default";

    private const string Delete = $"""
        with deleted as (
            delete from results r
            where r.paper_id = any (array(select id from affected_papers))
                and not exists (select from stated_results s where {Same})
            returning r.leaderboard_id
        )
        insert into changed_leaderboards
        select leaderboard_id from deleted
        """;

    private static readonly string Update = $"""
        with updated as (
            update results r
            set {Columns.AssignedFrom("s")}
            from stated_results s
            where r.paper_id = any (array(select id from affected_papers)) and {Same} and {Columns.Differ("s", "r")}
            returning r.leaderboard_id
        )
        insert into changed_leaderboards
        select leaderboard_id from updated
        """;

    private static readonly string Insert = $"""
        with inserted as (
            insert into results (paper_id, leaderboard_id, model, value, {Columns})
            select s.paper_id, s.leaderboard_id, s.model, s.value, {Columns.From("s")}
            from stated_results s
            where not exists (
                select from results r where r.paper_id = any (array(select id from affected_papers)) and {Same})
            order by s.paper_id, s.leaderboard_id, s.model collate "C", s.value collate "C"
            returning leaderboard_id
        )
        insert into changed_leaderboards
        select leaderboard_id from inserted
        """;

    // The most frequent spelling is the leaderboard's; of several that are as frequent, the one that sorts first.
    private const string Recount = """
        analyze changed_leaderboards;

        update leaderboards l
        set task = counted.task, dataset = counted.dataset, metric = counted.metric, result_count = counted.results,
            paper_count = counted.papers
        from (
            select r.leaderboard_id, count(*)::integer as results, count(distinct r.paper_id)::integer as papers,
                mode() within group (order by r.task collate "C") as task,
                mode() within group (order by r.dataset collate "C") as dataset,
                mode() within group (order by r.metric collate "C") as metric
            from results r
            where r.leaderboard_id = any (array(select distinct id from changed_leaderboards))
            group by r.leaderboard_id
        ) counted
        where l.id = counted.leaderboard_id
            and (l.task, l.dataset, l.metric, l.result_count, l.paper_count)
                is distinct from (counted.task, counted.dataset, counted.metric, counted.results, counted.papers);

        delete from leaderboards l
        where l.id = any (array(select distinct id from changed_leaderboards))
            and not exists (select from results r where r.leaderboard_id = l.id)
        """;

    /// <param name="isStored">Whether a result of one of the affected papers is stored.</param>
    public static async Task ApplyAsync(
        NpgsqlTransaction transaction, IEnumerable<PaperMerge.PaperRow> papers, bool isStored, CancellationToken cancellationToken)
    {
        var rows = papers.SelectMany(paper => paper.Merged.Results.Select(result => new Row(paper.Id, result))).ToList();
        if (rows.Count == 0 && !isStored) return;

        await transaction.ExecuteAsync(Begin, cancellationToken);
        await Stated.FillAsync(transaction, rows, cancellationToken);
        await transaction.ExecuteAsync(InsertLeaderboards, cancellationToken);
        await transaction.ExecuteAsync(Place, cancellationToken);
        await transaction.ExecuteAsync(ByHash, cancellationToken);
        await transaction.ExecuteAsync(Delete, cancellationToken);
        await transaction.ExecuteAsync(Update, cancellationToken);
        await transaction.ExecuteAsync(Insert, cancellationToken);
        await transaction.ExecuteAsync(AsUsual, cancellationToken);
        await transaction.ExecuteAsync(Recount, cancellationToken);
    }

    private sealed record Row(long PaperId, MergedResult Result)
    {
        public ResultKey Key => Result.Key;
    }
}
