using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using PaperGraph.GraphQL.Execution.Incremental;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Execution.Cost;

/// <summary>Equal for selections that cost the same: the same sets of the document, on one type, with one size for lists.</summary>
internal readonly struct SelectionKey(CompositeType type, ImmutableArray<SelectionDetails> sets, Slice? slice) : IEquatable<SelectionKey>
{
    private readonly CompositeType type = type;
    private readonly ImmutableArray<SelectionDetails> sets = sets;
    private readonly Slice? slice = slice;

    public bool Equals(SelectionKey other)
    {
        if (type != other.type || slice != other.slice || sets.Length != other.sets.Length) return false;
        for (var i = 0; i < sets.Length; i++)
            if (!ReferenceEquals(sets[i].Set, other.sets[i].Set)) return false;
        return true;
    }

    public override bool Equals(object? obj) => obj is SelectionKey other && Equals(other);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(type.Name, StringComparer.Ordinal);
        foreach (var set in sets) hash.Add(RuntimeHelpers.GetHashCode(set.Set));
        return hash.ToHashCode();
    }
}

/// <summary>The size that a field gives to lists below it.</summary>
internal sealed record Slice(ListSize Directive, double Size);
