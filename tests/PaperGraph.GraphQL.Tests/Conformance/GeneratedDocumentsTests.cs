using System.Text.Json;
using System.Text.RegularExpressions;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Tests.Support;
using PaperGraph.GraphQL.Validation;
using PaperGraph.GraphQL.Validation.Rules;
using Xunit.Abstractions;

namespace PaperGraph.GraphQL.Tests.Conformance;

/// <summary>
/// Documents made here, valid ones and broken ones, are judged by npm's <c>graphql</c>, the reference implementation, and by us.
/// </summary>
public sealed partial class GeneratedDocumentsTests(ITestOutputHelper output)
{
    private const int DifferencesShown = 10;

    /// <summary>Guards one implementation's introspection against expensive requests; the specification has no such rule.</summary>
    private const string NotOfTheSpecification = "MaxIntrospectionDepthRule";

    [SkippableFact]
    public async Task Valid_documents_break_no_rule()
    {
        var documents = Enumerable.Range(0, 500).Select(BrokenDocument.Valid).ToList();

        (await CompareAsync(documents)).ShouldAllBe(verdict => verdict == "");
    }

    [SkippableFact]
    public async Task Documents_with_random_mistakes_break_the_same_rules()
    {
        var documents = Enumerable.Range(0, 1_500).Select(seed => new RandomDocument(seed).Text).ToList();

        (await CompareAsync(documents)).ShouldContain(verdict => verdict != "");
    }

    [SkippableFact]
    public async Task Documents_broken_in_every_way_break_the_same_rules_and_the_one_that_is_meant()
    {
        var broken = BrokenDocument.Ways
            .SelectMany(way => Enumerable.Range(0, 10).Select(seed => (way.Rule, Text: BrokenDocument.Make(seed, way)))).ToList();

        await CompareAsync([.. broken.Select(document => document.Text)]);

        foreach (var (rule, text) in broken) RulesBrokenBy(Parser.Parse(text)).ShouldContain(rule, customMessage: text);
    }

    [Fact]
    public void There_is_a_way_to_break_every_rule() =>
        SpecifiedRules.All.Types.Select(type => type.Name.Replace("OnDirectives", "", StringComparison.Ordinal)).Distinct()
            .Except(BrokenDocument.Ways.Select(way => way.Rule))
            .ShouldBe([nameof(KnownOperationTypes)], "which needs a schema without mutations");

    [SkippableFact]
    public async Task Mangled_documents_parse_or_fail_at_the_same_place()
    {
        var documents = Enumerable.Range(0, 4_000).Select(BrokenDocument.Mangle).Where(text => !Empty().IsMatch(text)).ToList();

        (await CompareAsync(documents)).Count(verdict => verdict.StartsWith("does not parse", StringComparison.Ordinal))
            .ShouldBeInRange(1_000, 3_900);
    }

    /// <summary>What is wrong with each document, after it was found the same by the judge.</summary>
    private async Task<List<string>> CompareAsync(List<string> documents)
    {
        NodeJs.Require();
        var judge = new NodeProject("PaperGraph.GraphQL.Tests", "Conformance", "Judge");
        await judge.InstallAsync("graphql");
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(new { schema = BrokenDocument.Schema, documents }));
            var (exitCode, report) = await judge.RunAsync("node", "judge.mjs", file);
            exitCode.ShouldBe(0, report);
            using var json = JsonDocument.Parse(report);
            var verdicts = documents.Select(Verdict).ToList();
            var differences = documents.Zip(documents.Zip(json.RootElement.EnumerateArray(), VerdictOf), verdicts)
                .Where(document => document.Second != document.Third)
                .OrderBy(document => document.First.Length)
                .Select(document => $"{document.First}\n  expected: {document.Second}\n  was:      {document.Third}").ToList();
            output.WriteLine($"{documents.Count - differences.Count} of {documents.Count} rows as judged");
            differences.ShouldBeEmpty(string.Join("\n\n", differences.Take(DifferencesShown)));
            return verdicts;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Verdict(string text)
    {
        try
        {
            return Joined(text, RulesBrokenBy(Parser.Parse(text, Language.Trees.Deep)));
        }
        catch (SyntaxException exception)
        {
            return $"does not parse at {exception.Location}";
        }
    }

    private static IEnumerable<string> RulesBrokenBy(DocumentNode document) =>
        Validator.Violations(new DocumentContext(BrokenDocument.TypeSystem, document), SpecifiedRules.All)
            .Select(violation => violation.Rule!.Name.Replace("OnDirectives", "", StringComparison.Ordinal));

    private static string VerdictOf(string text, JsonElement judged) => judged.TryGetProperty("error", out var error)
        ? $"does not parse at {error.GetProperty("line")}:{error.GetProperty("column")}"
        : Joined(text, judged.GetProperty("rules").EnumerateArray().Select(rule => rule.GetString()!)
            .Where(rule => rule != NotOfTheSpecification)
            .Select(rule => rule[..^"Rule".Length]));

    /// <summary>
    /// The names of the rules, without those whose breach may follow from another: implementations differ in what they make of a variable
    /// inside a value that is wrong itself, and of a directive where it may not stand. The judge also lets a subscription defer what may
    /// be skipped.
    /// </summary>
    private static string Joined(string text, IEnumerable<string> rules)
    {
        var broken = rules.ToHashSet();
        if (MaySkip().IsMatch(text)) broken.Remove(nameof(DeferStreamDirectiveOnValidOperations));
        if (broken.Contains(nameof(ValuesOfCorrectType))) broken.Remove(nameof(VariablesInAllowedPosition));
        if (broken.Contains(nameof(KnownDirectives))) broken.RemoveWhere(rule => rule.Contains("Stream", StringComparison.Ordinal));
        return string.Join(", ", broken.Order(StringComparer.Ordinal));
    }

    /// <summary>The judge takes selections of nothing, which the grammar of the specification does not have.</summary>
    [GeneratedRegex(@"\{[\s,]*\}")]
    private static partial Regex Empty();

    [GeneratedRegex("@(skip|include)")]
    private static partial Regex MaySkip();
}
