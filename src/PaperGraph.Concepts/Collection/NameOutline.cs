namespace PaperGraph.Concepts.Collection;

/// <summary>What is asked for most of a <see cref="NameRecord"/>, and told without unpacking it.</summary>
/// <param name="Papers">Papers that name the key.</param>
/// <param name="HasSenses">Whether papers say that the key is short for something.</param>
/// <param name="HasLeader">Whether its leading keys are others than the vocabulary tells.</param>
/// <param name="HasTally">Whether papers call the component something that the key leads.</param>
/// <param name="IsExpanded">Whether its phrase is another key with its short words spelt out.</param>
internal readonly record struct NameOutline(int Papers, bool HasSenses, bool HasLeader, bool HasTally, bool IsExpanded)
{
    public static NameOutline Of(NameRecord record) => new(
        record.Papers, record.Senses.Count > 0, record.Leader is not null || record.LongFormLeader is not null, record.Tally is not null,
        record.Expanded is not null);
}
