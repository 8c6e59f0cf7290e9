using PaperGraph.Model;

namespace PaperGraph.Graph.Groups;

/// <summary>What the papers of a group have in common in one dimension.</summary>
/// <param name="Key">The same in every answer: a slug, an address, a name, a first day.</param>
/// <param name="Label">What a person reads.</param>
/// <param name="Filter">The field of a filter of papers that chooses the group's.</param>
internal sealed record GroupKey(string Key, string Label, FilterField Filter)
{
    /// <summary>The first day of a period; null of everything else.</summary>
    public DateOnly? Date { get; init; }

    public bool IsUnknown { get; private init; }

    /// <summary>The group of the papers of which it is not known.</summary>
    public static GroupKey Unknown(PaperDimension dimension) =>
        new("(unknown)", "Not known", new FilterField("unknown", $"[{EnumName.For(dimension)}]")) { IsUnknown = true };
}
