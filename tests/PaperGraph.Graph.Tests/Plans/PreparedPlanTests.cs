using System.Buffers;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using PaperGraph.Data;
using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Network;
using PaperGraph.Graph.Sql;
using PaperGraph.GraphQL;

namespace PaperGraph.Graph.Tests.Plans;

/// <summary>A statement that comes again and again is planned for any values, but for a search of texts that does not count.</summary>
public sealed class PreparedPlanTests(PlannedGraph graph) : IClassFixture<PlannedGraph>
{
    /// <summary>PostgreSQL plans for the values five times, and compares.</summary>
    private const int MaxOwnPlans = 6;

    [Theory]
    [InlineData("{ paper(by: { slug: \"2101.10007\" }) { title organizations { nodes { name } } repositories { nodes { url } } concepts { nodes { name } } } }")]
    [InlineData("{ papers(first: 20) { nodes { title organizations { nodes { name } } concepts(first: 5) { nodes { name } } } } }")]
    [InlineData("{ papers(where: { publishedOn: { to: \"2020-01-01\" } }) { nodes { title concepts(first: 5) { nodes { name } } } } }")]
    [InlineData("{ paper(by: { slug: \"2101.10007\" }) { related(first: 10) { nodes { title concepts(first: 5) { nodes { name } } } } } }")]
    [InlineData("{ concept(by: { id: \"Q29uY2VwdDox\" }) { papers(first: 20, orderBy: [{ by: PUBLISHED_ON, direction: DESC }]) { nodes { title } } } }")]
    [InlineData("{ concept(by: { id: \"Q29uY2VwdDox\" }) { papers(orderBy: [{ by: UPVOTE_COUNT, direction: ASC }]) { totalCount nodes { title } } } }")]
    [InlineData("{ topics { nodes { paperCount papers(first: 3) { nodes { title authors { nodes { name } } } } } } }")]
    [InlineData("{ papers(where: { text: \"model\" }) { totalCount nodes { title } } }")]
    [InlineData("{ papers(where: { text: \"model\" }) { nodes { title } } }", true)]
    public async Task A_statement_is_planned_for_any_values(string query, bool hasOwnPlans = false)
    {
        await using var source = DataSources.Create(graph.ConnectionString + ";Maximum Pool Size=1");
        var engine = new Engine(
            PaperGraphSchema.Build(), new EngineOptions { DataRequests = new SqlQueryRunner(source, NullLogger<SqlQueryRunner>.Instance) });
        for (var time = 0; time < 4 * MaxOwnPlans; time++)
        {
            using var response = await engine.RespondAsync(new GraphQLRequest { Query = query }, new NoServices());
            response.WriteTo(new ArrayBufferWriter<byte>());
        }

        var plans = await PlansAsync(source);
        plans.ShouldNotBeEmpty();
        plans.ShouldAllBe(plan => hasOwnPlans ? plan.ForAny == 0 : plan.Own <= MaxOwnPlans && plan.ForAny > MaxOwnPlans);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_papers_that_a_path_may_lead_over_are_chosen_by_a_plan_of_their_own_where_texts_are_searched(bool isSearch)
    {
        await using var source = DataSources.Create(graph.ConnectionString + ";Maximum Pool Size=1");
        var runner = new SqlQueryRunner(source, NullLogger<SqlQueryRunner>.Instance);
        var day = new DateOnly(2020, 1, 1);
        var filter = isSearch
            ? new CompiledFilter(
                sql => sql.Append($" and p.search @@ plainto_tsquery('papergraph', search_words({"model"}))"), Guard: null)
            {
                IsSearch = true,
            }
            : new CompiledFilter(sql => sql.Append($" and p.published_order <= {day}"), Guard: null);
        for (var time = 0; time < 2 * MaxOwnPlans; time++)
        {
            var query = new FilteredPapersQuery(filter);
            await runner.RunAsync([query], CancellationToken.None);
            query.Papers.ShouldNotBeEmpty();
        }

        var plan = (await PlansAsync(source)).ShouldHaveSingleItem();
        (plan.ForAny == 0).ShouldBe(isSearch);
    }

    /// <summary>How often each prepared statement was planned for its values, and for any, over the only connection.</summary>
    private static async Task<List<(string Statement, long Own, long ForAny)>> PlansAsync(NpgsqlDataSource source)
    {
        await using var command = source.CreateCommand(
            "select statement, custom_plans, generic_plans from pg_prepared_statements where statement like '%select%from%'");
        await using var reader = await command.ExecuteReaderAsync();
        var plans = new List<(string Statement, long Own, long ForAny)>();
        while (await reader.ReadAsync()) plans.Add((reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2)));
        return plans;
    }

    private sealed class NoServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }
}
