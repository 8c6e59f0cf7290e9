using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.Rows;

/// <summary>The rows of <c>paperGroups</c>.</summary>
internal sealed partial class GroupRowSource(Schema schema, FilterParameters filter) : IRowSource
{
    private const int MaxRows = 1_000;

    private static readonly string[] Periods = ["DAY", "WEEK", "MONTH", "QUARTER", "YEAR"];

    /// <summary>The only measure that is no whole number.</summary>
    private const string ShareWithCode = "shareWithCode";

    /// <summary>What is counted where nobody says what: all that takes no look at other tables.</summary>
    private static readonly string[] UsualMeasures = ["papers", "papersWithCode", ShareWithCode, "upvotes", "comments"];

    public string Name => "groups";

    public IReadOnlyList<string> Parameters { get; } =
        ["by", "measures", OrderParameter.Name, "having", "first", .. filter.Known];

    public async Task<RowTable> ReadAsync(RowParameters given, RowQueries queries, CancellationToken cancellationToken)
    {
        var by = Dimensions(given);
        var measures = given.List("measures") is [_, ..] names
            ? names.Select(name => RowParameters.Choose("measures", name, schema.NamesOf("PaperGroupCondition"))).Distinct()
            : UsualMeasures;
        IReadOnlyList<string> fields =
        [
            "key",
            "label",
            .. by.Count == 2 ? ["key2", "label2"] : Array.Empty<string>(),
            "isUnknown",
            .. by.Exists(IsPeriod) ? ["date"] : Array.Empty<string>(),
            .. measures,
        ];
        IReadOnlyList<RowColumn> columns = [.. fields.Select(RowColumn.Field)];

        var groups = await queries.AskAsync(
            $$"""
            query Groups(
              $by: [PaperDimension!]!, $where: PaperFilter, $orderBy: [PaperGroupOrder!], $having: PaperGroupCondition, $first: Int!
            ) {
              paperGroups(by: $by, where: $where, orderBy: $orderBy, having: $having, first: $first) {
                groupCount
                rows { {{string.Join(' ', columns.Select(column => column.Selection))}} }
              }
            }
            """,
            new JsonObject
            {
                ["by"] = new JsonArray([.. by.Select(dimension => (JsonNode)dimension)]),
                ["where"] = filter.Read(given),
                ["orderBy"] = OrderParameter.Read(given, schema, "PaperGroupOrderField"),
                ["having"] = Having(given),
                ["first"] = given.Number("first", 1, MaxRows) ?? MaxRows,
            },
            cancellationToken);
        return new RowTable(columns, [.. groups.GetProperty("rows").EnumerateArray()])
        {
            TotalCount = groups.GetProperty("groupCount").GetInt32(),
            IsProvisional = queries.HadNotice,
        };
    }

    private static bool IsPeriod(string dimension) =>
        Array.Exists(Periods, period => dimension.EndsWith($"_{period}", StringComparison.Ordinal));

    /// <summary>A period alone is one of the paper's own date.</summary>
    private List<string> Dimensions(RowParameters given)
    {
        var allowed = schema.NamesOf("PaperDimension");
        var by = given.List("by").Select(text => RowParameters.Choose("by", text, [.. Periods, .. allowed]))
            .Select(name => Periods.Contains(name) ? $"PUBLISHED_{name}" : name).ToList();
        if (by.Count is 1 or 2 && by.Distinct().Count() == by.Count) return by;
        throw new RowProblemException($"by has {by.Count} dimensions; give one, or two different ones.")
        {
            Parameter = "by",
            Allowed = [.. Periods, .. allowed],
        };
    }

    private JsonObject Having(RowParameters given)
    {
        var having = new JsonObject();
        foreach (var text in given.List("having"))
        {
            var condition = Condition().Match(text);
            if (!condition.Success)
                throw RowParameters.Wrong("having", text, "a measure, >= or <= or =, and a number, as in papers>=5");
            var measure = RowParameters.Choose("having", condition.Groups["measure"].Value, schema.NamesOf("PaperGroupCondition"));
            var number = decimal.Parse(condition.Groups["number"].Value, CultureInfo.InvariantCulture);
            if (measure != ShareWithCode && (!decimal.IsInteger(number) || number > int.MaxValue))
                throw RowParameters.Wrong("having", text, $"a whole number up to {int.MaxValue} for {measure}");
            var range = (JsonObject)(having[measure] ??= new JsonObject());
            var sign = condition.Groups["sign"].Value;
            if (sign != "<=") range["from"] = Number(number);
            if (sign != ">=") range["to"] = Number(number);
        }
        return having;
    }

    private static JsonNode Number(decimal number) => decimal.IsInteger(number) && number <= int.MaxValue ? (int)number : number;

    [GeneratedRegex(@"^(?<measure>[A-Za-z]+)(?<sign>>=|<=|=)(?<number>\d{1,12}(\.\d{1,12})?)$", RegexOptions.NonBacktracking)]
    private static partial Regex Condition();
}
