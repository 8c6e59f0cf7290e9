namespace PaperGraph.Data.Listings;

/// <summary>
/// When what a listing states was seen. Where the source or the file states that time, it is that: the day on which a page was saved,
/// or a record last changed, or the times of the files that say it. Else it is the day of the list, for what the list said first of the
/// paper (<see cref="Papers.FirstOfLists"/>); and what a list says otherwise later, or a source without days, was seen when its page was
/// first imported.
/// </summary>
/// <param name="At">When it was first seen to be so.</param>
/// <param name="LastAt">When the same was seen last.</param>
/// <param name="IsStated">Whether the source or the file states it. What was not stated follows from the times of imports, and so
/// decides nothing of what a paper becomes.</param>
/// <param name="Digest">The digest of all that the listing states.</param>
internal readonly record struct Observation(DateTimeOffset At, DateTimeOffset LastAt, bool IsStated, long Digest)
{
    /// <summary>The same, first seen at another time; when it was seen again is kept.</summary>
    public Observation MovedTo(DateTimeOffset at) => this with { At = at, LastAt = LastAt > At ? After(at, LastAt) : at };

    /// <summary>The same, seen again by an import at that time.</summary>
    public Observation SeenAgain(DateTimeOffset importedAt)
    {
        var again = After(At, importedAt);
        return this with { LastAt = again > LastAt ? again : LastAt };
    }

    /// <summary>One observation of what was seen at both times; a stated time is better than one that is not.</summary>
    public Observation With(Observation other) =>
        IsStated == other.IsStated
            ? this with { At = At < other.At ? At : other.At, LastAt = LastAt > other.LastAt ? LastAt : other.LastAt }
            : IsStated ? this : other;

    /// <summary>The time; a moment after the first one where it is no later.</summary>
    private static DateTimeOffset After(DateTimeOffset first, DateTimeOffset time) => time > first ? time : first.AddMicroseconds(1);
}
