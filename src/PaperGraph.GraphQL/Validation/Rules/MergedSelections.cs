using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Validation.Rules;

/// <summary>Selection sets whose fields end up in the same object; equal to others of the same sets, wherever they were met.</summary>
internal sealed class MergedSelections(SelectionSetUse[] parts) : IEquatable<MergedSelections>
{
    public SelectionSetUse[] Parts => parts;

    public bool Equals(MergedSelections? other)
    {
        if (other is null || other.Parts.Length != parts.Length) return false;
        for (var i = 0; i < parts.Length; i++)
            if (parts[i].Key != other.Parts[i].Key) return false;
        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as MergedSelections);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var part in parts) hash.Add(part.Key);
        return hash.ToHashCode();
    }
}

/// <summary>A selection set, what it selects from, of which objects, and the field that it belongs to (null at the root).</summary>
internal readonly record struct SelectionSetUse(SelectionSetNode Node, CompositeType? Parent, Overlap? Overlap, FieldUse? Of)
{
    public (SelectionSetNode, CompositeType?, Overlap?) Key => (Node, Parent, Overlap);
}
