using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Execution.Incremental;

/// <summary>A fragment with <c>@defer</c>, where it was met while fields were collected.</summary>
/// <param name="parent">The deferred fragment that it stands in.</param>
internal sealed class DeferUsage(string? label, DeferUsage? parent)
{
    public string? Label { get; } = label;

    public DeferUsage? Parent { get; } = parent;

    /// <summary>Whether a fragment around this one is among <paramref name="others"/>.</summary>
    public bool IsWithinAny(HashSet<DeferUsage> others)
    {
        for (var around = Parent; around is not null; around = around.Parent)
            if (others.Contains(around)) return true;
        return false;
    }
}

/// <summary>An occurrence of a field, and the deferred fragment it stands in.</summary>
internal readonly record struct FieldDetails(FieldNode Node, DeferUsage? Usage);

/// <summary>A selection set, and the deferred fragment it stands in.</summary>
internal readonly record struct SelectionDetails(SelectionSetNode Set, DeferUsage? Usage);

/// <summary>Fields of an object that are answered later, once for all deferred fragments that share them.</summary>
internal sealed record DeferredFields(HashSet<DeferUsage> Usages, PlannedField[] Fields);

/// <summary>The fields selected of an object type: those to be answered with their object, and those deferred.</summary>
/// <param name="NewUsages">The deferred fragments that begin in this selection.</param>
internal sealed record PlannedSelection(PlannedField[] Fields, DeferredFields[] Deferred, IReadOnlyList<DeferUsage> NewUsages)
{
    public IEnumerable<PlannedField> All => Deferred.Length == 0 ? Fields : Fields.Concat(Deferred.SelectMany(deferred => deferred.Fields));
}
