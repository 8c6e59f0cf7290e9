namespace PaperGraph.Model;

/// <summary>Days as moments.</summary>
public static class UtcDay
{
    /// <summary>The moment from which on something was so that is stated with a day alone.</summary>
    public static DateTimeOffset? StartOf(DateOnly? day) =>
        day is { } stated ? new DateTimeOffset(stated.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : null;
}
