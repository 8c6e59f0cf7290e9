using System.Text.Json;
using PaperGraph.Model;
using PaperGraph.Model.Stated;
using PaperGraph.Sources.Json;

namespace PaperGraph.Sources.SemanticScholar;

/// <summary>
/// The datasets “abstracts” and “citations” of Semantic Scholar, which name papers by their numbers in its corpus alone. Why and in which
/// words one paper cites another is passed over.
/// </summary>
internal static class SemanticScholarAdditions
{
    private const string Citing = "citingcorpusid";
    private const string Cited = "citedcorpusid";
    private const string Paper = "corpusid";

    public static bool AreIn(JsonShape shape) => shape.Has(Citing, Cited) || shape.Has(Paper, "abstract");

    /// <summary>Whether an object is one of theirs that says nothing: no abstract, or a reference that leads to no paper.</summary>
    public static bool IsEmpty(JsonElement row) =>
        IsNull(row, Cited) || IsNull(row, Citing) || (IsNull(row, "abstract") && !row.TryGetProperty("title", out _) && Has(row, Paper));

    /// <summary>Null where the object is none of theirs.</summary>
    public static StatedAddition? Read(JsonFields row, FieldProblemCollector problems)
    {
        if (row.Find(Citing) is not null)
        {
            return Number(row, Citing, problems) is { } citing && Number(row, Cited, problems) is { } cited
                ? new StatedAddition(citing) { CitedCorpusId = cited }
                : null;
        }
        if (row.Find("title") is not null || row.Find(Paper) is null || Prose.ParagraphsOrNull(row.Text("abstract")) is not { } text)
            return null;
        return Number(row, Paper, problems) is { } paper ? new StatedAddition(paper) { Abstract = text } : null;
    }

    private static long? Number(JsonFields row, string field, FieldProblemCollector problems)
    {
        if (row.Find(field) is not var (name, value)) return null;
        var told = problems.All.Count;
        if (row.Id(field) is { } id && CorpusIds.FromRecordId($"corpusid:{id}") is { } number) return number;
        if (problems.All.Count == told) problems.Add(name, value, "no number of a paper");
        return null;
    }

    private static bool Has(JsonElement row, string field) => row.TryGetProperty(field, out _);

    private static bool IsNull(JsonElement row, string field) =>
        row.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.Null;
}
