namespace PaperGraph.Data.Listings;

/// <summary>
/// When what a listing states was seen. Where the source or the file states that time, it is that: the day on which a page was saved,
/// or a record last changed. Else it is the day of the list, where this is the first that is met of the paper on that list; and
/// what a list says otherwise later, or a source without days, was seen when it was imported.
/// </summary>
/// <param name="At">When it was first seen to be so.</param>
/// <param name="LastAt">When the same was seen last.</param>
/// <param name="IsStated">Whether the source or the file states it. What was not stated follows from the order of imports, and so
/// decides nothing of what a paper becomes.</param>
/// <param name="Digest">The digest of all that the listing states.</param>
internal readonly record struct Observation(DateTimeOffset At, DateTimeOffset LastAt, bool IsStated, long Digest)
{
    /// <summary>Whether another page has said the same.</summary>
    public bool IsRepeated => LastAt > At;

    /// <summary>One observation of what was seen at both times; a stated time is better than one that is not.</summary>
    public Observation With(Observation other) =>
        IsStated == other.IsStated
            ? this with { At = At < other.At ? At : other.At, LastAt = LastAt > other.LastAt ? LastAt : other.LastAt }
            : IsStated ? this : other;
}
