namespace PaperGraph.Concepts.Collection;

/// <summary>Why two keys are one. What comes first is united first.</summary>
internal enum NameUnionPhase
{
    /// <summary>The vocabulary has one as another name of the other.</summary>
    Alias,

    /// <summary>A paper spells out a short name of the vocabulary.</summary>
    SpeltOut,

    /// <summary>Two spellings of what a short form stands for.</summary>
    Variant,

    /// <summary>A phrase with its short words spelt out.</summary>
    Expanded,

    /// <summary>A phrase without its generic head.</summary>
    Bare,

    Plural,
}

/// <summary>Two keys that are one, unless both are known to be something else.</summary>
/// <param name="Owner">The key of which it follows.</param>
/// <param name="Place">The place among the unions that follow of the same key.</param>
internal sealed record NameUnion(NameUnionPhase Phase, string Owner, int Place, string First, string Second) : IComparable<NameUnion>
{
    public string Other(string key) => key == First ? Second : First;

    /// <summary>
    /// In the order in which they are made: phase, then owner, then place. Both of one phrase are made before the next's.
    /// </summary>
    public int CompareTo(NameUnion? other)
    {
        if (other is null) return 1;
        var order = Rank(Phase).CompareTo(Rank(other.Phase));
        if (order == 0) order = string.CompareOrdinal(Owner, other.Owner);
        if (order == 0) order = Phase.CompareTo(other.Phase);
        return order != 0 ? order : Place.CompareTo(other.Place);
    }

    private static NameUnionPhase Rank(NameUnionPhase phase) => phase == NameUnionPhase.Bare ? NameUnionPhase.Expanded : phase;
}
