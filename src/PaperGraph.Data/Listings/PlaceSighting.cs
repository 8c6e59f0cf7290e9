namespace PaperGraph.Data.Listings;

/// <summary>When one place on a page tells what a listing says to be so, see <see cref="Sighting"/>.</summary>
/// <param name="At">Of times that are not stated, when the page was first imported.</param>
internal readonly record struct PlaceSighting(
    (long PageId, int Rank) Place, DateTimeOffset At, DateTimeOffset LastAt, bool IsStated)
{
    /// <summary>The same place, read again.</summary>
    public PlaceSighting With(PlaceSighting other) => IsStated != other.IsStated ? (IsStated ? this : other) : this with
    {
        At = At < other.At ? At : other.At,
        LastAt = LastAt > other.LastAt ? LastAt : other.LastAt,
    };

    /// <summary>
    /// One observation of all that tell of it. Stated times are better than those that are not, and what one page says twice, it said
    /// once.
    /// </summary>
    /// <param name="day">The beginning of the day of the list.</param>
    public static Observation ToObservation(IReadOnlyList<PlaceSighting> sightings, DateTimeOffset? day, long digest)
    {
        var counting = sightings.Where(sighting => sighting.IsStated).ToList();
        if (counting.Count > 0) return new(counting.Min(one => one.At), counting.Max(one => one.LastAt), IsStated: true, digest);
        var at = day ?? sightings.Min(one => one.At);
        var once = new Observation(at, at, IsStated: false, digest);
        return sightings.Select(one => one.Place.PageId).Distinct().Take(2).Count() > 1
            ? once.SeenAgain(sightings.Max(one => one.LastAt))
            : once;
    }
}
