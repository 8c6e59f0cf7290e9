using Npgsql;

namespace PaperGraph.Benchmarks.Comparison;

/// <summary>
/// What could be reached at most: a bare endpoint for each compared query, with one prepared statement that builds the JSON. Nothing is
/// parsed but the parameters, nothing checked, nothing logged.
/// </summary>
internal static class CeilingServer
{
    public const string Argument = "ceiling-server";

    private const string Settings = "Max Auto Prepare=50;Auto Prepare Min Usages=1;No Reset On Close=true;";

    private static readonly byte[] Nothing = """{"data":{"__typename":"Query"}}"""u8.ToArray();

    public static async Task RunAsync(string connectionString, string url)
    {
        await using var database = CreateDatabase(connectionString);
        await Create(database, url).RunAsync();
    }

    public static NpgsqlDataSource CreateDatabase(string connectionString) => NpgsqlDataSource.Create(Settings + connectionString);

    public static WebApplication Create(NpgsqlDataSource database, string url)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        var app = builder.Build();
        app.MapPost("/Q0", async http =>
        {
            await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
            await AnswerAsync(http, Nothing);
        });
        Map("Q1", CeilingStatements.Q1, asked => [Text(asked.Paper)]);
        Map("Q2", CeilingStatements.Q2, asked => []);
        Map("Q2b", CeilingStatements.Q2b, asked => [Day(asked.To)]);
        Map("Q3", CeilingStatements.Q3, asked => [Text(asked.Paper)]);
        Map("Q4", CeilingStatements.Q4, asked => [Text(asked.Concept)]);
        Map("Q6", CeilingStatements.Q6, asked => [Text(asked.Words)]);
        Map("Q7", CeilingStatements.Q7, asked => [Text(asked.Concept), Text(asked.Other), Day(asked.From), Day(asked.To)]);
        Map("Q8", CeilingStatements.Q8, asked => [Text(asked.Words)]);
        Map("Q9", CeilingStatements.Q9, asked => [Text(asked.Words)]);
        Map("Q10", CeilingStatements.Q10, asked => [Text(asked.Words)]);
        Map("Q11", GroupStatements.Q11, asked => [Text(asked.Concept)]);
        Map("Q12", GroupStatements.Q12, asked => []);
        Map("Q13", GroupStatements.Q13, asked => [Day(asked.To)]);
        return app;

        void Map(string name, string sql, Func<CeilingParameters, NpgsqlParameter[]> parameters) =>
            app.MapPost($"/{name}", async (CeilingParameters asked, HttpContext http) =>
            {
                await using var command = database.CreateCommand(sql);
                command.Parameters.AddRange(parameters(asked));
                await using var reader = await command.ExecuteReaderAsync(http.RequestAborted);
                await reader.ReadAsync(http.RequestAborted);
                await AnswerAsync(http, reader.GetFieldValue<byte[]>(0));
            });
    }

    private static NpgsqlParameter<string> Text(string? value) => new() { TypedValue = value };

    private static NpgsqlParameter<DateOnly> Day(DateOnly? value) => new() { TypedValue = value!.Value };

    private static async Task AnswerAsync(HttpContext http, byte[] answer)
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = answer.Length;
        await http.Response.BodyWriter.WriteAsync(answer, http.RequestAborted);
    }
}
