using System.Text.Json;
using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;
using PaperGraph.GraphQL.Validation;
using PaperGraph.GraphQL.Validation.Rules;
using Xunit.Abstractions;

namespace PaperGraph.GraphQL.Tests.Conformance;

public sealed class ValidationTests(ITestOutputHelper output)
{
    /// <summary>A rule that most rows were judged without.</summary>
    private const string Later = nameof(KnownOperationTypes);

    /// <summary>Guards one implementation's introspection against expensive requests; the specification has no such rule.</summary>
    private const string NotOfTheSpecification = "MaxIntrospectionDepthRule";

    /// <summary>
    /// The specification's own counter-examples for variables in OneOf Input Objects. The judge overlooks them, since the argument is
    /// of a non-null type.
    /// </summary>
    private static readonly string[] OverlookedOneOf = ["c695fe027fb6", "e36fb3fc60f2"];

    [SkippableFact]
    public void Documents_break_the_rules_that_they_are_judged_to_break()
    {
        SharedData.Require("conformance/validation.jsonl");
        var schemas = Schemas();
        Corpus.Check(Corpus.Rows("validation.jsonl"), row => Judge(row, schemas[row.GetProperty("schema").GetString()!]), output);
    }

    private static Dictionary<string, Schema> Schemas()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(SharedData.Combine("conformance", "schemas.json")));
        return file.RootElement.EnumerateObject().ToDictionary(
            schema => schema.Name, schema => SchemaBuilder.BuildTypes(Parser.Parse(schema.Value.GetString()!)));
    }

    private static string? Judge(JsonElement row, Schema schema)
    {
        var isLater = row.TryGetProperty("differs17", out var later);
        var judgement = isLater ? later : row;
        var expected = judgement.GetProperty("errors").EnumerateArray()
            .Select(error => error.GetProperty("rule").GetString()!)
            .Where(rule => rule != NotOfTheSpecification)
            .Select(rule => rule[..^"Rule".Length]);
        if (OverlookedOneOf.Contains(row.GetProperty("id").GetString()))
            expected = expected.Append(nameof(VariablesInAllowedPosition));

        var document = Parser.Parse(row.Text("document"), Language.Trees.Deep);
        var violations = Validator.Violations(new DocumentContext(schema, document), SpecifiedRules.All);
        var actual = violations.Select(violation => violation.Rule!.Name.Replace("OnDirectives", "", StringComparison.Ordinal))
            .Where(rule => isLater || rule != Later);

        return expected.ToHashSet().SetEquals(actual) ? null : $"""
            {row.Text("document")}
              expected: {string.Join("\n    ", judgement.GetProperty("errors").EnumerateArray().Select(error => error.Text("message")))}
              was:      {string.Join("\n    ", violations.Select(violation => $"{violation.Rule!.Name}: {violation.Error.Message}"))}
            """;
    }
}
