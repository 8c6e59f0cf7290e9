using System.Text.Json;

namespace PaperGraph.Sources.Json;

/// <summary>A field that is there and could not be read, and so was left out.</summary>
internal readonly record struct FieldProblem(string Words, string Message, string Advice);

/// <summary>Collects what could not be read of one element.</summary>
internal sealed class FieldProblemCollector
{
    /// <summary>How many problems of one element are told one by one.</summary>
    private const int Max = 100;

    private readonly List<FieldProblem> problems = [];

    public IReadOnlyList<FieldProblem> All => problems;

    /// <param name="what">What the field should have been, such as <c>no date</c>.</param>
    public void Add(string field, JsonElement value, string what) => Add(field, Words(value), what);

    public void Add(string field, string words, string what) =>
        AddWhole(words, $"“{field}” is {what}.", "Correct it; until then it is left out.");

    /// <summary>A problem of all that is there. What was told already, since a field is looked at twice, is told once.</summary>
    public void AddWhole(string words, string message, string advice)
    {
        if (problems.Count > Max) return;
        if (problems.Count == Max)
        {
            problems.Add(new FieldProblem("", "More fields of this element cannot be read.", "Look at the first ones."));
            return;
        }
        var problem = new FieldProblem(Prose.Line(Prose.Start(words, ReadProblem.MaxWords + 1)), message, advice);
        if (!problems.Contains(problem)) problems.Add(problem);
    }

    private static string Words(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        }
        catch (InvalidOperationException)
        {
            return value.GetRawText();
        }
    }
}
