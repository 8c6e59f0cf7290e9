using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using PaperGraph.Data;
using PaperGraph.Data.Groups;
using PaperGraph.GeneratedGraph;
using PaperGraph.Graph.Sql;
using PaperGraph.GraphQL;
using PaperGraph.GraphQL.Execution;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.Graph.Tests.Plans;

/// <summary>
/// A generated graph with the planner's statistics, in which some things have a great part of all papers, and an engine that keeps the
/// plans of the statements that it runs.
/// </summary>
public sealed class PlannedGraph() : GraphDatabase("plans")
{
    public const int Papers = 20_000;

    /// <summary>Fewer than usual, so that there are hubs: the most frequent concepts, most topics, the largest organization.</summary>
    private const int MinHubPapers = 700;

    private static readonly string Hubs = $"""
        create or replace function min_hub_papers() returns integer language sql immutable parallel safe as 'select {MinHubPapers}';
        {HubCountsSql.Fill}
        """;

    /// <summary>
    /// Leaderboards, the first two of which have more results than any that is known, one for each direction, and a task, a dataset and a
    /// metric that have a thousand of them; and methods filed under a topic.
    /// </summary>
    private const string Results = """
        insert into leaderboards
            (task, dataset, metric, task_key, dataset_key, metric_key, direction, direction_basis, result_count, paper_count)
        select 'Task ' || t, 'Set ' || d, m, 'task ' || t, 'set ' || d, lower(m),
            case when t = 1 and d = 1 and m = 'F1' then 'LOWER_IS_BETTER' else 'HIGHER_IS_BETTER' end, 'NAME', 6, 6
        from generate_series(1, 100) t, generate_series(1, 20) d, unnest(array['Accuracy', 'F1']) m
        order by t, d, m;

        insert into results (paper_id, leaderboard_id, task, dataset, metric, value, measure, goodness, model, source)
        select p.id, l.id, l.task, l.dataset, l.metric, coalesce(m.measure::text, '-'), m.measure,
            coalesce((case l.direction when 'HIGHER_IS_BETTER' then m.measure else -m.measure end)::double precision, '-infinity'),
            'Model ' || n, 'papers-with-code-results'
        from leaderboards l
        cross join lateral generate_series(1, case when l.id <= 2 then 2500 else 6 end) n
        cross join lateral (select case when n % 10 > 0 or l.id > 2 then n * 7 % 900 end as measure) m
        cross join lateral (select id from papers where id > (l.id * 7 + n * 5) % 15000 order by id limit 1) p;

        update leaderboards set result_count = 2500, paper_count = 2500 where id <= 2;

        insert into leaderboards
            (task, dataset, metric, task_key, dataset_key, metric_key, direction, direction_basis, result_count, paper_count)
        select task, dataset, metric, lower(task), lower(dataset), lower(metric), 'HIGHER_IS_BETTER', 'NAME', n % 7, n % 5 % (n % 7 + 1)
        from generate_series(1, 1000) n
        cross join lateral (values
            ('Task 1', 'Part ' || n, 'Recall'), ('Part ' || n, 'Set 1', 'Recall'), ('Part ' || n, 'Part ' || n, 'Accuracy')
        ) many (task, dataset, metric);

        insert into concept_statements (page_id, rank, kind, name, keys, other_names, paper_keys)
        select (select min(id) from pages), n, 'METHOD', 'Method ' || n, array['method' || n], '{}', '{}'
        from generate_series(1, 2000) n;

        insert into concept_statement_topics (concept_statement_id, topic_id)
        select id, (select min(id) from topics) from concept_statements;

        analyze leaderboards, results, concept_statements, concept_statement_topics
        """;

    /// <summary>All names in place of a sample, of which some have a part of a name ten times as often as it is met.</summary>
    private const string Statistics = """
        set default_statistics_target = 10000;
        analyze concept_names, organization_names;
        reset default_statistics_target
        """;

    private static readonly Schema Schema = PaperGraphSchema.Build();

    private NpgsqlDataSource explained = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        explained = DataSources.Create(ConnectionString);
    }

    public override async Task DisposeAsync()
    {
        if (explained is not null) await explained.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override async Task PrepareAsync(string connectionString)
    {
        await GraphGenerator.FillAsync(connectionString, Papers);
        await using var source = DataSources.Create(connectionString);
        await using var command = source.CreateCommand($"{Results};\n{Hubs};\n{Statistics}");
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The plans of all statements of a query, made for any values and executed, and its answer.</summary>
    internal async Task<(JsonElement Answer, IReadOnlyList<PlanNode> Plans)> ExplainAsync(string query)
    {
        var runner = new ExplainingRunner(explained);
        var engine = new Engine(Schema, new EngineOptions { DataRequests = runner });
        using var response = await engine.RespondAsync(new GraphQLRequest { Query = query }, new NoServices());
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        response.WriteTo(output);
        var answer = JsonDocument.Parse(output.WrittenMemory).RootElement;
        answer.TryGetProperty("errors", out var errors).ShouldBeFalse($"{query}: {errors}");
        return (answer.GetProperty("data"), runner.Plans);
    }

    private sealed class NoServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }

    private sealed class ExplainingRunner(NpgsqlDataSource source) : IDataRequestRunner
    {
        private readonly SqlQueryRunner inner = new(source, NullLogger<SqlQueryRunner>.Instance);

        public List<PlanNode> Plans { get; } = [];

        public async ValueTask RunAsync(IReadOnlyList<DataRequest> requests, CancellationToken cancellationToken)
        {
            var queries = requests.SelectMany(SqlQueryRunner.GetStatements).ToList();
            var sql = new SqlText();
            if (queries.Count == 1) queries[0].Write(sql);
            else SqlTree.Write(queries, sql);
            var mode = queries.Exists(query => query.NeedsOwnPlan) ? "force_custom_plan" : "force_generic_plan";
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            var types = string.Join(", ", sql.Parameters.Select(parameter => TypeOf(parameter.Value!)));
            var prepared = sql.Parameters.Count == 0 ? "explained" : $"explained ({types})";
            var values = sql.Parameters.Select(parameter => Literal(parameter.Value)).ToList();
            var arguments = values.Count == 0 ? "" : $"({string.Join(", ", values)})";
            await using (var prepare = new NpgsqlCommand($"set plan_cache_mode = {mode}; prepare {prepared} as {sql}", connection))
                await prepare.ExecuteNonQueryAsync(cancellationToken);
            try
            {
                await using var explain = new NpgsqlCommand(
                    $"explain (analyze, timing off, format json) execute explained{arguments}", connection);
                Plans.Add(PlanNode.Parse((string)(await explain.ExecuteScalarAsync(cancellationToken))!));
            }
            finally
            {
                await using var forget = new NpgsqlCommand("deallocate explained", connection);
                await forget.ExecuteNonQueryAsync(cancellationToken);
            }
            await inner.RunAsync(requests, cancellationToken);
        }

        private static string TypeOf(object value) => value switch
        {
            long[] => "bigint[]",
            int[] => "integer[]",
            string[] => "text[]",
            DateTime => SqlType.Timestamp,
            DateOnly => SqlType.Date,
            _ => (string)typeof(SqlType).GetMethod(nameof(SqlType.For))!.MakeGenericMethod(value.GetType()).Invoke(null, [])!,
        };

        private static string Literal(object? value) => value switch
        {
            string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
            DateOnly day => day == DateOnly.MinValue ? "'-infinity'" : day == DateOnly.MaxValue ? "'infinity'" : $"'{day:yyyy-MM-dd}'",
            DateTime moment => $"'{moment:O}'",
            System.Collections.IEnumerable list => $"array[{string.Join(", ", list.Cast<object>().Select(Literal))}]",
            bool flag => flag ? "true" : "false",
            double number => $"'{number.ToString(CultureInfo.InvariantCulture)}'",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => throw new InvalidOperationException($"No literal is known for {value}."),
        };
    }
}
