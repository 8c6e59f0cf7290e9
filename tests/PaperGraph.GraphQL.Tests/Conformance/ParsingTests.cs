using System.Text.Json;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Tests.Language;
using Xunit.Abstractions;

namespace PaperGraph.GraphQL.Tests.Conformance;

public sealed class ParsingTests(ITestOutputHelper output)
{
    [SkippableFact]
    public void Documents_parse_as_judged()
    {
        SharedData.Require("conformance/parse.jsonl");
        Corpus.Check(Corpus.Rows("parse.jsonl"), JudgeParsing, output);
    }

    [SkippableFact]
    public void Tokens_and_deep_documents_parse_as_judged()
    {
        SharedData.Require("conformance/parser/cases.jsonl");
        Corpus.Check(Corpus.Rows("parser", "cases.jsonl"), row => JudgeParsing(row) ?? JudgeValue(row), output);
    }

    [SkippableFact]
    public void What_parses_prints_to_what_parses_the_same()
    {
        SharedData.Require("conformance/parse.jsonl");
        Corpus.Check(Corpus.Rows("parse.jsonl"), JudgePrinting, output);
    }

    [SkippableFact]
    public void Tokens_and_deep_documents_print_to_what_parses_the_same()
    {
        SharedData.Require("conformance/parser/cases.jsonl");
        Corpus.Check(Corpus.Rows("parser", "cases.jsonl"), JudgePrinting, output);
    }

    [SkippableTheory]
    [InlineData("kitchenSinkQuery-16.graphql")]
    [InlineData("kitchenSinkQuery-17.graphql")]
    [InlineData("kitchenSinkSDL-16.graphql")]
    [InlineData("kitchenSinkSDL-17.graphql")]
    public void A_document_with_everything_survives_printing(string file)
    {
        SharedData.Require("conformance/parser");
        Trees.DifferenceAfterPrinting(File.ReadAllText(SharedData.Combine("conformance", "parser", file))).ShouldBeNull();
    }

    private static string? JudgeParsing(JsonElement row)
    {
        var text = row.Text("document");
        var expected = row.GetProperty("ok").GetBoolean()
            ? "parses"
            : $"{row.GetProperty("error").Text("message")} at {Corpus.Locations(row.GetProperty("error"))}";
        var actual = "parses";
        try
        {
            var kinds = Parser.Parse(text, Trees.Deep).Definitions.Select(definition => definition.Kind.ToString()).Distinct();
            if (row.TryGetProperty("kinds", out var judged)
                && !kinds.SequenceEqual(judged.EnumerateArray().Select(kind => kind.GetString())))
                actual = $"parses as {string.Join(", ", kinds)}";
        }
        catch (SyntaxException e)
        {
            actual = $"{e.Message} at {e.Location}";
        }
        return actual == expected ? null : $"{text}\n  expected: {expected}\n  was:      {actual}";
    }

    /// <summary>The value of the document's first argument.</summary>
    private static string? JudgeValue(JsonElement row)
    {
        if (!row.TryGetProperty("value", out _)) return null;
        var field = (FieldNode)Parser.Parse(row.Text("document"), Trees.Deep).Operations.Single().SelectionSet.Selections.Single();
        var value = field.Arguments[0].Value switch
        {
            StringValueNode text => text.Value,
            IntValueNode number => number.Value,
            FloatValueNode number => number.Value,
            EnumValueNode name => name.Value,
            var other => $"a {other.Kind}",
        };
        return value == row.Text("value") ? null : $"expected the value {row.Text("value")}, was {value}";
    }

    private static string? JudgePrinting(JsonElement row) =>
        row.GetProperty("ok").GetBoolean() ? Trees.DifferenceAfterPrinting(row.Text("document")) : null;
}
