using System.Collections.Immutable;
using System.Text.Json;
using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Validation;
using Xunit.Abstractions;

namespace PaperGraph.GraphQL.Tests.Conformance;

public sealed class TypeSystemTests(ITestOutputHelper output)
{
    /// <summary>On these the judge ended with an error of its own. The specification's rule on defaults that contain themselves:</summary>
    private static readonly Dictionary<string, int> CircularDefaults = new() { ["ed28d2141dbb"] = 0, ["279cde84d871"] = 6 };

    /// <summary>What the messages of rules say that the specification has and the judge has not.</summary>
    private static readonly string[] NotJudged = ["All root types must be different", "is not deprecated, so"];

    [SkippableFact]
    public void Schemas_are_judged_with_the_same_messages()
    {
        SharedData.Require("conformance/sdl.jsonl");
        using var file = JsonDocument.Parse(File.ReadAllText(SharedData.Combine("conformance", "schemas.json")));
        var schemas = file.RootElement.EnumerateObject().ToDictionary(
            schema => schema.Name, schema => Parser.Parse(schema.Value.GetString()!));
        Corpus.Check(Corpus.Rows("sdl.jsonl"), row => Judge(row, schemas), output);
    }

    private static string? Judge(JsonElement row, Dictionary<string, DocumentNode> schemas)
    {
        var text = row.Text("document");
        if (row.TryGetProperty("parseError", out var parseError))
        {
            var error = Should.Throw<SyntaxException>(() => Parser.Parse(text));
            return error.Message == parseError.Text("message") ? null : error.Message;
        }

        var existing = row.GetProperty("extends").GetString() is { } id ? schemas[id] : null;
        var document = Parser.Parse(text);
        var whole = document with { Definitions = [.. existing?.Definitions ?? [], .. document.Definitions] };
        var broken = Validator.ValidateSchema(document, existing, int.MaxValue).Select(error => error.Message).ToList();
        var checks = broken.Count > 0 ? [] : SchemaChecks.Check(whole);

        if (CircularDefaults.TryGetValue(row.GetProperty("id").GetString()!, out var circular))
            return broken.Count == 0 && checks.Count == circular ? null : $"{text}\n{string.Join('\n', checks)}";
        return Difference(text, Messages(row, "errors"), broken)
            ?? Difference(
                text,
                Messages(row, "schemaErrors"),
                checks.Select(error => error.Message).Where(message => !NotJudged.Any(message.Contains)));
    }

    private static IEnumerable<string> Messages(JsonElement row, string property) =>
        row.GetProperty(property).EnumerateArray().Select(error => error.Text("message"));

    private static string? Difference(string text, IEnumerable<string> expected, IEnumerable<string> actual)
    {
        var (left, right) = (expected.Order(StringComparer.Ordinal).ToList(), actual.Order(StringComparer.Ordinal).ToList());
        return left.SequenceEqual(right) ? null : $"""
            {text}
              expected: {string.Join("\n    ", left)}
              was:      {string.Join("\n    ", right)}
            """;
    }
}
