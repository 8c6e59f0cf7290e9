using System.Text.Json;
using System.Text.Json.Nodes;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.Rows;

/// <summary>The rows of <c>papers</c>: pages one behind the other, up to a bound.</summary>
internal sealed class PaperRowSource(Schema schema, FilterParameters filter) : IRowSource
{
    private const int MaxRows = 5_000;
    private const int UsualRows = 1_000;

    private const string After = "after";

    /// <summary>As many as the field gives at once.</summary>
    private const int Page = 100;

    private static readonly RowColumn[] All =
    [
        .. new[]
        {
            "id", "slug", "title", "abstract", "arxivId", "doi", "url", "publishedOn", "publishedOnIsInferred", "importedAt", "authorCount",
            "upvoteCount", "commentCount",
        }.Select(RowColumn.Field),
        RowColumn.Names("authors", 100),
        RowColumn.Names("organizations", 20),
        RowColumn.Names("repositories", 20, "url"),
        RowColumn.Names("concepts", 20),
    ];

    private static readonly string[] Usual =
        ["slug", "title", "publishedOn", "arxivId", "url", "authorCount", "upvoteCount", "commentCount", "organizations", "repositories"];

    public string Name => "papers";

    public IReadOnlyList<string> Parameters { get; } = ["columns", OrderParameter.Name, "first", After, .. filter.Known];

    public async Task<RowTable> ReadAsync(RowParameters given, RowQueries queries, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadPagesAsync(given, queries, cancellationToken);
        }
        catch (RowProblemException problem) when (problem.Parameter == After)
        {
            throw RowParameters.Wrong(After, given.Text(After)!, "the one in the header Link of rows of this order");
        }
    }

    private async Task<RowTable> ReadPagesAsync(RowParameters given, RowQueries queries, CancellationToken cancellationToken)
    {
        var names = given.List("columns") is [_, ..] asked
            ? asked.Select(name => RowParameters.Choose("columns", name, All.Select(column => column.Name))).Distinct()
            : Usual;
        IReadOnlyList<RowColumn> columns = [.. names.Select(name => All.Single(column => column.Name == name))];
        var document = $$"""
            query Papers($where: PaperFilter, $orderBy: [PaperOrder!], $first: Int!, $after: String) {
              papers(where: $where, orderBy: $orderBy, first: $first, after: $after) {
                pageInfo { hasNextPage endCursor }
                nodes { {{string.Join(' ', columns.Select(column => column.Selection))}} }
              }
            }
            """;

        var first = given.Number("first", 1, MaxRows) ?? UsualRows;
        var after = given.Text(After);
        var rows = new List<JsonElement>();
        while (true)
        {
            var page = await queries.AskAsync(
                document,
                new JsonObject
                {
                    ["where"] = filter.Read(given),
                    ["orderBy"] = OrderParameter.Read(given, schema, "PaperOrderField"),
                    ["first"] = Math.Min(first - rows.Count, Page),
                    [After] = after,
                },
                cancellationToken);
            rows.AddRange(page.GetProperty("nodes").EnumerateArray());
            var info = page.GetProperty("pageInfo");
            after = info.GetProperty("hasNextPage").GetBoolean() ? info.GetProperty("endCursor").GetString() : null;
            if (after is null || rows.Count >= first)
                return new RowTable(columns, rows) { Next = after, IsProvisional = queries.HadNotice };
        }
    }
}
