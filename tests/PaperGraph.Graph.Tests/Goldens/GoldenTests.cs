using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace PaperGraph.Graph.Tests.Goldens;

/// <summary>
/// Each file in <c>Documents</c> is answered over HTTP from the sample, from real pages and from recorded days by the files of its name in
/// <c>__snapshots__</c>. They tell for each operation how many statements it takes, and in how many round trips.
///
/// A document names what it asks for by variables, which are those of the data set (<c>Variables</c>). <c>$startCursor</c> and
/// <c>$endCursor</c> are the first ones of the operation before; <c>$nameId</c> is the first id that a field <c>name</c> of one before had.
/// </summary>
public abstract class GoldenTests(GoldenGraph graph)
{
    private static readonly string Folder = RepositoryRoot.Combine("tests", "PaperGraph.Graph.Tests", "Goldens", "Variables");

    public static TheoryData<string> Documents { get; } = [.. GoldenDocument.Names];

    [SkippableTheory]
    [MemberData(nameof(Documents))]
    public async Task A_document_is_answered_as_written_down(string name)
    {
        graph.Require();
        var document = GoldenDocument.Read(name);
        if (document.HasTexts && graph is not SampleGoldens) return;

        var variables = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, graph.Name + ".json")))!.AsObject();
        var labels = new Dictionary<string, string>();
        var told = new StringBuilder();
        foreach (var operation in document.Operations)
        {
            var (json, roundTrips, statements) = await graph.PostAsync(document.Text, operation, variables);
            var answer = JsonNode.Parse(json)!;
            answer["errors"].ShouldBeNull(answer.ToJsonString());
            foreach (var cursor in new[] { "startCursor", "endCursor" }) variables[cursor] = First(answer, cursor);
            foreach (var (field, value) in answer["data"]?.AsObject() ?? []) if (First(value, "id") is { } id) variables[field + "Id"] = id;
            GoldenAnswer.AddLabels(answer, labels);
            told.Append(CultureInfo.InvariantCulture, $"{operation}: ");
            told.Append(CultureInfo.InvariantCulture, $"{Count(statements, "statement")}, {Count(roundTrips, "round trip")}\n");
            told.Append(GoldenAnswer.Format(answer, labels)).Append("\n\n");
        }
        Snapshot.Match(told.ToString(), $"{name}.{graph.Name}");
    }

    private static string Count(int number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");

    /// <summary>The first value of a field, in the order of the answer; null where there is none.</summary>
    private static string? First(JsonNode? node, string name) => node switch
    {
        JsonObject fields => (string?)(fields[name] as JsonValue) ?? First(fields.Select(field => field.Value), name),
        JsonArray list => First(list.AsEnumerable(), name),
        _ => null,
    };

    private static string? First(IEnumerable<JsonNode?> nodes, string name) =>
        nodes.Select(node => First(node, name)).FirstOrDefault(found => found is not null);
}

public sealed class SampleGoldenTests(SampleGoldens graph) : GoldenTests(graph), IClassFixture<SampleGoldens>;

public sealed class PagesGoldenTests(PagesGoldens graph) : GoldenTests(graph), IClassFixture<PagesGoldens>;

public sealed class RecordedDaysGoldenTests(RecordedDaysGoldens graph) : GoldenTests(graph), IClassFixture<RecordedDaysGoldens>;
