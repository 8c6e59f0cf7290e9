using PaperGraph.Sources.Json;

namespace PaperGraph.Sources.OpenAlex;

/// <summary>The ids of OpenAlex: a letter for the kind of thing, and a number.</summary>
internal static class OpenAlexIds
{
    /// <summary>The id alone, such as <c>W2741809807</c>, of one that stands alone or in its address; null where it is none.</summary>
    public static string? Parse(string text, char kind)
    {
        var id = text.AsSpan(text.LastIndexOf('/') + 1).Trim();
        return id.Length is > 1 and <= 20
            && char.ToUpperInvariant(id[0]) == kind
            && id[1..].IndexOfAnyExceptInRange('0', '9') < 0
            ? $"{kind}{id[1..]}"
            : null;
    }

    /// <summary>The id of an object; one that is none of the kind is told.</summary>
    public static string? Read(JsonFields? thing, char kind, FieldProblemCollector problems)
    {
        if (thing?.Text("id") is not { } id) return null;
        if (Parse(id, kind) is { } known) return known;
        problems.Add("id", id, "no id of OpenAlex");
        return null;
    }
}
